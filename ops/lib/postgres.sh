# A PostgreSQL cluster of the project's own: on a loopback port, below the services folder, never the machine's own.
# Expects the variables `dir` (the services folder), `for_tests` (yes: speed before durability) and `buffers` (megabytes
# for pages; empty: PostgreSQL's own default).

# Prints the folder of the server's programs: of version $1 if given, else of the newest at hand.
postgres_bin() {
    local bin
    for bin in $(printf '%s\n' /usr/lib/postgresql/${1:-*}/bin | sort -Vr) "$(dirname "$(command -v pg_ctl || echo /)")"; do
        if [[ -x $bin/initdb && -x $bin/pg_ctl ]]; then
            printf '%s\n' "$bin"
            return
        fi
    done
    return 1
}

# Prints the folder that holds the cluster: below `dir`, unless it had to be elsewhere.
postgres_home() {
    local elsewhere
    elsewhere=$(remembered "$dir/postgres.home")
    printf '%s\n' "${elsewhere:-$dir/postgres}"
}

# Prints the user the server runs as when we are root, which PostgreSQL refuses to be; nothing otherwise.
postgres_user() {
    local data
    [[ $EUID -eq 0 ]] || return 0
    data=$(postgres_home)/data
    if [[ -d $data ]]; then
        stat -c %U "$data"
    elif getent passwd postgres >/dev/null; then
        echo postgres
    else
        echo nobody
    fi
}

# Runs a command as the server's user, from a folder that every user can reach.
as_postgres() {
    local user
    user=$(postgres_user)
    (cd / && ${user:+runuser -u "$user" --} env LC_ALL=C.UTF-8 "$@")
}

postgres_pid() { remembered "$(postgres_home)/data/postmaster.pid"; }

postgres_is_running() { is_process "$(postgres_pid)" "$(postgres_home)/data"; }

postgres_url() { printf 'postgresql://redressal@127.0.0.1:%s/redressal\n' "$(remembered "$dir/postgres.port")"; }

# Why the server could not live below `dir`; nothing when it can.
postgres_obstacle() {
    if ((${#dir} > 80)); then
        echo "the path is too long for a Unix socket"
    elif ! as_postgres test -x "$dir"; then
        echo "user $(postgres_user) cannot reach $dir"
    fi
}

# Makes the folder that holds the cluster, in a temporary folder when it cannot be below `dir`.
make_postgres_home() {
    local home obstacle folder
    home=$(postgres_home)
    [[ ! -d $home ]] || return 0
    if [[ -e $dir/postgres.home ]]; then
        say "The data folder $home is gone (temporary folders are cleaned now and then): starting with an empty database."
        rm -f "$dir/postgres.home"
    fi
    obstacle=$(postgres_obstacle)
    if [[ -n $obstacle ]]; then
        folder=$(reachable_temporary_folder)
        home=$(mktemp -d "$folder/redressal-$(md5sum <<<"$dir" | head -c 12)-XXXXXX")
        say "PostgreSQL keeps its data in $home: $obstacle."
        printf '%s\n' "$home" >"$dir/postgres.home"
    else
        home=$dir/postgres
        mkdir "$home"
    fi
    [[ $EUID -ne 0 ]] || chown "$(postgres_user)" "$home"
    chmod 700 "$home"
}

# Prints the first temporary folder that the server's user can reach. /var/tmp, unlike /tmp, outlives a reboot.
reachable_temporary_folder() {
    local folder
    for folder in "${TMPDIR:-/var/tmp}" /var/tmp /tmp; do
        if as_postgres test -w "$folder" -a -x "$folder"; then
            printf '%s\n' "$folder"
            return
        fi
    done
    die "found no temporary folder that user $(postgres_user) can write to"
}

# Creates the cluster, whole or not at all, unless there is one.
init_postgres() {
    local home bin
    home=$(postgres_home)
    [[ ! -e $home/data/PG_VERSION ]] || return 0
    bin=$(postgres_bin) || die "PostgreSQL is not installed; run ops/setup"
    say "Creating a PostgreSQL cluster in $home."
    rm -rf "$home/data.new"
    as_postgres "$bin/initdb" --pgdata "$home/data.new" --username redressal --auth trust \
        --encoding UTF8 --locale C.UTF-8 --data-checksums --no-instructions \
        ${for_tests:+--no-sync} >"$dir/initdb.log" || die "initdb failed; see $dir/initdb.log"
    as_postgres sh -c 'echo "include = '\''redressal.conf'\''" >>"$1"' sh "$home/data.new/postgresql.conf"
    as_postgres mv "$home/data.new" "$home/data"
}

# Writes the settings that depend on this start: the port, and whether a crash may cost data.
configure_postgres() {
    local home
    home=$(postgres_home)
    {
        echo "port = $1"
        echo "listen_addresses = '127.0.0.1'"
        echo "unix_socket_directories = '${home//\'/\'\'}'"
        echo "max_connections = 600"
        [[ -z $buffers ]] || echo "shared_buffers = ${buffers}MB"
        # Still nothing is lost when only the server dies: what it has written, the kernel keeps.
        [[ -z $for_tests ]] || printf '%s = off\n' fsync full_page_writes
    } | as_postgres tee "$home/data/redressal.conf" >/dev/null
}

# Sees through a lock that a crash left behind and whose process id is now a zombie's or somebody else's, which the
# server itself takes for its predecessor. Names a process that cannot exist instead of deleting the lock, because
# its other lines let the server find out whether sessions of the crashed one still use the data.
clear_stale_lock() {
    local home pid
    home=$(postgres_home)
    pid=$(postgres_pid)
    [[ -n $pid && -r /proc/$pid/stat ]] || return 0
    may_be_postmaster "$pid" && die "process $pid may still be using $home/data; stop it first"
    say "Clearing a stale lock: process $pid is not the server of this folder."
    as_postgres sed -i '1s/.*/4194305/' "$home/data/postmaster.pid" # one more than the largest process id
    as_postgres sh -c 'rm -f "$1"/.s.PGSQL.*' sh "$home"
}

# Whether process $1 is a living server that is not known to be another cluster's.
may_be_postmaster() {
    [[ $(<"/proc/$1/comm") == postgres ]] && ! is_zombie "$1" && ! is_other_cluster "$1"
}

# Whether process $1 is the server of another cluster, or a helper process of one.
is_other_cluster() {
    local other
    other=$(tr '\0' '\n' <"/proc/$1/cmdline" | sed -n '/^-D$/{n;p;q}')
    if [[ -n $other ]]; then
        [[ -d $other ]]
    else
        [[ $(tr '\0' ' ' <"/proc/$1/cmdline") == "postgres: "* ]]
    fi
}

launch_postgres() {
    local home version bin port
    home=$(postgres_home)
    version=$(remembered "$home/data/PG_VERSION")
    bin=$(postgres_bin "$version") || die "the data in $home needs PostgreSQL $version, which is not installed"
    port=$(keep_port "$dir/postgres.port")
    configure_postgres "$port"
    # The lock (descriptor 9) must not live on in the server.
    as_postgres "$bin/pg_ctl" start --pgdata "$home/data" --log "$home/log" --wait --timeout 120 --silent 9>&- >&2 && return
    tail -n 8 "$home/log" >&2
    die "PostgreSQL did not start; see $home/log"
}

# Runs one SQL statement as the owner, in database `postgres`.
postgres_sql() {
    "$(postgres_bin)/psql" --no-psqlrc --quiet --tuples-only --no-align \
        --dbname "postgresql://redressal@127.0.0.1:$(remembered "$dir/postgres.port")/postgres" --command "$1"
}

make_database() {
    [[ $(postgres_sql "select 1 from pg_database where datname = 'redressal'") == 1 ]] ||
        postgres_sql 'create database redressal owner redressal'
}

start_postgres() {
    if postgres_is_running; then
        say "PostgreSQL is already running (process $(postgres_pid))."
    else
        make_postgres_home
        init_postgres
        clear_stale_lock
        launch_postgres
        say "PostgreSQL is running (process $(postgres_pid))."
    fi
    make_database
    echo "DATABASE_URL=$(postgres_url)"
}

stop_postgres() {
    local home pid
    if ! postgres_is_running; then
        say "PostgreSQL is not running."
        return
    fi
    home=$(postgres_home)
    pid=$(postgres_pid)
    # INT is PostgreSQL's fast shutdown: sessions end, data is written out.
    kill -INT "$pid"
    await_end 60 "$pid" "$home/data" || die "PostgreSQL (process $pid) has not stopped within 60 s; see $home/log"
    say "PostgreSQL is stopped."
}

status_postgres() {
    if ! postgres_is_running; then
        say "PostgreSQL is not running."
        return 1
    fi
    say "PostgreSQL is running (process $(postgres_pid)), data in $(postgres_home)/data."
    echo "DATABASE_URL=$(postgres_url)"
}

remove_postgres() {
    rm -rf "$(postgres_home)" "$dir/postgres.home" "$dir/postgres.port" "$dir/initdb.log"
}
