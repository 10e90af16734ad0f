# Every call that ops/run makes to the program itself.
# Expects sign_ins (the file of the demo's accounts), and DATABASE_URL, REDRESSAL_LOG, KAFKA_BOOTSTRAP (for Kafka) and REDRESSAL_HOME in the environment.

prepare_storage() { run_group "$binary" migrate >&2 || die "the database or the topics could not be prepared; see above"; }

# Publishes the shipped workflows and calendars, loads the demo programme and makes an account for each of its roles; repeating
# it changes nothing.
load_programme() { run_group "$binary" demo --load-only --sign-ins "$sign_ins" >&2 || die "the demo programme could not be loaded; see above"; }

# The port of the HTTP way in: 8080, or the next free one.
http_port=

start_serving() {
    http_port=$(first_free_port {8080..8179})
    [[ -n $http_port ]] || die "found no free port between 8080 and 8179 on 127.0.0.1"
    start_group "$binary" serve --port "$http_port" --sign-in required
}

# Waits, for at most half a minute, until the system says that it is ready.
await_serving() {
    local ticks=300
    while ((ticks-- > 0)); do
        kill -0 "$group_leader" 2>/dev/null || return 1
        curl --silent --fail --max-time 2 "http://127.0.0.1:$http_port/health/ready" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    return 1
}

# Whose sign-ins the route needs.
readonly triage="triage officer" work="water officer"

# Prints the way of one complaint from end to end, in the order of the people who take it.
route_to_try() {
    cat <<ROUTE
    A complaint from end to end, such as a dry village pump in Abbottabad:

      1  file     http://127.0.0.1:$http_port/file, as anybody; keep the receipt
      2  triage   $(sign_in_of "$triage")   acknowledge it, and assign it to $(account_of "$work")
      3  resolve  $(sign_in_of "$work")   accept the work, and propose a resolution
      4  approve  $(sign_in_of "$triage")   approve the resolution
      5  confirm  http://127.0.0.1:$http_port/track, with the receipt
ROUTE
}

account_of() { awk -F'\t' -v role="$1" '$1 == role { print $2 }' "$sign_ins"; }

sign_in_of() { awk -F'\t' -v role="$1" '$1 == role { printf "%-6s %s", $2, $3 }' "$sign_ins"; }

# Prints who else can sign in, one for each role, as a table.
accounts_to_try() {
    awk -F'\t' -v triage="$triage" -v work="$work" \
        '$1 != triage && $1 != work { printf "      %-26s %-8s %s\n", $1, $2, $3 }' "$sign_ins"
}

# Prints what to try next, ready to copy.
things_to_try() {
    cat <<TRY
Three things to try, in another terminal. First, once:

    export PATH="$root/.build/release:\$PATH" $(environment_line)

    redressal demo              a programme's week in under a minute, on a moving clock
    redressal case open --help  file a complaint of your own
    redressal case list         what is open, the most urgent first
TRY
}

# The variables that lead another terminal to this system.
environment_line() {
    local name
    for name in DATABASE_URL REDRESSAL_LOG KAFKA_BOOTSTRAP REDRESSAL_HOME REDRESSAL_KEY_FILE; do
        [[ -z ${!name:-} ]] || printf '%s=%q ' "$name" "${!name}"
    done
}
