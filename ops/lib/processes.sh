# Processes: who they are, starting one in a group of its own, and ending exactly that one.

# Whether process $1 is alive and was started with $2 as one of its arguments. A process id alone proves nothing:
# after a restart of the machine it may belong to anybody.
is_process() {
    local pid=$1 argument=$2
    [[ $pid =~ ^[0-9]+$ && -r /proc/$pid/cmdline ]] || return 1
    { tr '\0' '\n' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qxF -- "$argument"
}

# Whether process $1 has ended, and only waits for its parent to take notice.
is_zombie() { grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

# Waits up to $1 seconds for process $2, started with argument $3, to end.
await_end() {
    local ticks=$(($1 * 10))
    while is_process "$2" "$3"; do
        ((ticks-- > 0)) || return 1
        sleep 0.1
    done
}

# Prints the first of the given TCP ports of 127.0.0.1 that is free now; nothing when none is.
first_free_port() {
    python3 - "$@" <<'PYTHON'
import socket, sys
for port in map(int, sys.argv[1:]):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        print(port)
        break
PYTHON
}

# A free port below the range that the kernel hands out for outgoing connections, so that it is still free when we
# come back to it.
free_port() {
    local ports
    mapfile -t ports < <(shuf -n 200 -i 20000-31999)
    first_free_port "${ports[@]}"
}

# Whether somebody listens on port $1 of 127.0.0.1.
is_listening() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The port kept in file $1, or a fresh one when none is kept or another program has taken it meanwhile.
keep_port() {
    local port
    port=$(remembered "$1")
    if [[ -n $port ]] && is_listening "$port"; then
        say "Port $port has been taken by another program; choosing another."
        port=
    fi
    [[ -n $port ]] || port=$(free_port)
    [[ -n $port ]] || die "found no free port between 20000 and 31999 on 127.0.0.1"
    printf '%s\n' "$port" >"$1"
    printf '%s\n' "$port"
}

group_leader=

# Starts a command in a process group of its own, out of reach of the terminal's Ctrl-C: we end it ourselves, in order.
start_group() {
    setsid env --default-signal=INT,QUIT "$@" &
    group_leader=$!
}

# Waits for the group's leader; its exit code is the function's.
await_group() {
    local code=0
    wait "$group_leader" || code=$?
    group_leader=
    return "$code"
}

run_group() {
    start_group "$@"
    await_group
}

# Ends the running group, if any: asks first, and insists after $1 seconds.
end_group() {
    [[ -n $group_leader ]] || return 0
    local ticks=$(($1 * 10))
    kill -TERM -- "-$group_leader" 2>/dev/null || true
    while kill -0 -- "-$group_leader" 2>/dev/null; do
        if ((ticks-- <= 0)); then
            say "Not finished after $1 s; ending it by force."
            kill -KILL -- "-$group_leader" 2>/dev/null || true
            break
        fi
        sleep 0.1
    done
    group_leader=
}

# Runs function $1 once when the script ends, also on Ctrl-C, a TERM or a closed terminal.
on_exit() {
    # shellcheck disable=SC2064 # the function's name is known now
    trap "trap '' HUP INT TERM; $1" EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}
