# Building: one configuration, release, shared by running and testing.

binary=$root/.build/release/redressal
built_stamp=$root/.build/redressal-built

# Builds with the given arguments to `swift build`, and remembers when.
build() {
    local began
    began=$(mktemp)
    say "Building (the first time takes some minutes)."
    run_group swift build --package-path "$root" -c release "$@" >&2 || {
        rm -f "$began"
        die "the build failed"
    }
    # What changed while we were building counts as newer.
    touch -r "$began" "$built_stamp"
    rm -f "$began"
}

# Whether the built program is older than something it is made of; folders count, so that removed files do too.
is_outdated() {
    [[ -x $binary && -e $built_stamp ]] || return 0
    [[ -n $(find "$root/Sources" "$root/Package.swift" -newer "$built_stamp" -print -quit) ]]
}

build_when_outdated() {
    if is_outdated; then build --product redressal; fi
}
