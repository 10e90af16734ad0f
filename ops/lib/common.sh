# Shared by the scripts in ops: where the checkout is, how to speak, how to give up.
# Words go to standard error, so that standard output carries only what other programs read.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

# Prints the script's own header comment, which is its help.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

# Says something; that the terminal has gone meanwhile is no reason to fail.
say() { printf '%s\n' "$*" >&2 || true; }

die() {
    say "ops/$(basename "$0"): $*"
    exit 1
}

# Gives up on wrong arguments, pointing at the help.
die_usage() {
    say "ops/$(basename "$0"): $*"
    say "Try 'ops/$(basename "$0") --help'."
    exit 2
}

# Gives up unless option $1 came with a value; call it with "$@".
need_value() { [[ $# -ge 2 && -n $2 ]] || die_usage "$1 needs a value"; }

# Prints the first line of file $1, or nothing when there is no such file.
remembered() { if [[ -r $1 ]]; then head -n 1 "$1"; fi; }
