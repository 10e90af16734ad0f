# A single-process Kafka broker for development and tests: it speaks the protocol, but a kill -9 may cost it data.
# Expects the variable `dir` (the services folder).

# Prints the broker's program, which comes with a Python package in the project's virtual environment.
broker_program() {
    local program
    for program in "$root"/.venv/lib/python3*/site-packages/noida_db/noida-db; do
        if [[ -x $program ]]; then
            printf '%s\n' "$program"
            return
        fi
    done
    return 1
}

broker_pid() { remembered "$dir/broker.pid"; }

broker_is_running() { is_process "$(broker_pid)" "$dir/broker"; }

broker_address() { printf '127.0.0.1:%s\n' "$(remembered "$dir/broker.port")"; }

# Waits until process $1 listens on port $2.
await_broker() {
    local ticks=150
    until is_listening "$2"; do
        kill -0 "$1" 2>/dev/null && ((ticks-- > 0)) || return 1
        sleep 0.1
    done
}

launch_broker() {
    local program port
    program=$(broker_program) || die "the broker is not installed; run ops/setup"
    port=$(keep_port "$dir/broker.port")
    mkdir -p "$dir/broker"
    # The lock (descriptor 9) must not live on in the broker.
    setsid "$program" start --data-dir "$dir/broker" --only kafka --kafka-port "$port" \
        </dev/null >"$dir/broker.log" 2>&1 9>&- &
    printf '%s\n' "$!" >"$dir/broker.pid"
    await_broker "$!" "$port" && return
    tail -n 8 "$dir/broker.log" >&2
    die "the broker did not start; see $dir/broker.log"
}

start_broker() {
    if broker_is_running; then
        say "The broker is already running (process $(broker_pid))."
    else
        launch_broker
        say "The broker is running (process $(broker_pid))."
    fi
    echo "KAFKA_BOOTSTRAP=$(broker_address)"
}

stop_broker() {
    local pid
    if ! broker_is_running; then
        say "The broker is not running."
        return
    fi
    pid=$(broker_pid)
    # TERM lets it save its data; only then may the process go.
    kill -TERM "$pid"
    await_end 60 "$pid" "$dir/broker" || die "the broker (process $pid) has not stopped within 60 s; see $dir/broker.log"
    rm -f "$dir/broker.pid"
    say "The broker is stopped."
}

status_broker() {
    if ! broker_is_running; then
        say "The broker is not running."
        return 1
    fi
    say "The broker is running (process $(broker_pid)), data in $dir/broker."
    echo "KAFKA_BOOTSTRAP=$(broker_address)"
}

remove_broker() {
    rm -rf "$dir/broker" "$dir/broker.pid" "$dir/broker.port" "$dir/broker.log"
}
