# Made-up requests to the whole program over HTTP (fuzz_http.py). Needs common.sh, processes.sh, build.sh and servers.sh.

# Asks as a clerk, two supervisors, an auditor, an administrator and as a program that files, in this order; what the first supervisor
# orders the second may approve.
http_askers=(u-205 u-204 u-211 u-207 u-208)

# Runs the program $binary with what follows.
program() { run_group "$binary" "$@"; }

# Prepares a database of its own with the demo programme, and prints a token for each who asks.
prepare_http() {
    local account
    program migrate >&2
    program demo --load-only --sign-ins "$scratch/sign-ins" >&2
    program user add fuzzer --service >&2
    for account in "${http_askers[@]}" fuzzer; do program token add "$account"; done
}

# Sends at least $1 requests made from seed $2.
fuzz_http() {
    local port server code=0
    binary=${REDRESSAL_BINARY:-$binary}
    [[ -n ${REDRESSAL_BINARY:-} ]] || build_when_outdated
    on_exit remove_http
    start_servers fuzz --no-broker
    export REDRESSAL_HOME=$root REDRESSAL_LOG=postgres REDRESSAL_KEY_FILE=$scratch/key
    prepare_http >"$scratch/tokens" || die "the demo programme could not be loaded; see above"
    port=$(free_port)
    # Nobody is sent away for asking often: that is what this is for.
    "$binary" serve --sign-in required --port "$port" --rate-limit 0 2>"$scratch/server" &
    http_server=$!
    timeout 60 bash -c "until curl -sf http://127.0.0.1:$port/health/ready >/dev/null; do sleep 0.1; done" ||
        die "the server did not become ready: $(cat "$scratch/server")"
    run_group "$root/.venv/bin/python" "$root/ops/lib/fuzz_http.py" "$root/schemas/openapi.yaml" \
        "http://127.0.0.1:$port" "$scratch/tokens" "$scratch" --cases "$1" --seed "$2" || code=1
    if grep -q "failed unexpectedly" "$scratch/server"; then
        grep "failed unexpectedly" "$scratch/server" >&2
        code=1
    fi
    return "$code"
}

http_server=

# Ends the server and takes down what it stood on.
remove_http() {
    [[ -z $http_server ]] || kill "$http_server" 2>/dev/null || true
    [[ -z $http_server ]] || wait "$http_server" || true
    remove_servers
}
