# Servers for one run: a PostgreSQL and a broker in a temporary folder. Needs common.sh and processes.sh.

scratch=

# Makes the temporary folder; $1 goes into its name.
make_scratch() {
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/redressal-$1-XXXXXX")
    chmod 755 "$scratch" # as root, PostgreSQL's user must get through
}

# Makes the temporary folder and starts the servers in it that the environment does not name; $1 goes into its name, what
# follows are options of ops/services.
start_servers() {
    local given=() lines
    make_scratch "$1"
    [[ -z ${DATABASE_URL:-} ]] || given+=(--no-postgres)
    [[ -z ${KAFKA_BOOTSTRAP:-} ]] || given+=(--no-broker)
    ((${#given[@]} < 2)) || return 0
    lines=$("$root/ops/services" start --dir "$scratch/services" --test "${given[@]}" "${@:2}")
    # shellcheck disable=SC2163 # each line is NAME=value
    while read -r line; do export "$line"; done <<<"$lines"
}

# Ends what runs, takes the servers down and removes the folder.
remove_servers() {
    end_group 10
    [[ -n $scratch ]] || return 0
    local dir
    # The fault matrix starts servers of its own, to break them.
    for dir in services faults/services; do
        "$root/ops/services" remove --dir "$scratch/$dir" 2>/dev/null || say "Could not stop the services in $scratch/$dir."
    done
    rm -rf "$scratch"
}
