#!/usr/bin/env bash
# Unpacks QEMU 10 (x86_64) from the distribution's backports suite into the cache folder, beside the installed QEMU, so
# that tests can run against both: ${QEMU_DSL_CACHE:-...}/qemu-10/bin/qemu-system-x86_64 and qemu-img.
# Nothing is installed and /etc/apt stays as it is; the mirror is the one of this machine's own apt sources. Where no
# such suite can be reached this says so and ends with code 0: the second QEMU is a bonus.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

skip() {
    say "QEMU 10 is left out: $*"
    exit 0
}

main() {
    local stamp cache
    stamp="$(sha256sum "${BASH_SOURCE[0]}" | cut -c1-12)"
    cache="$(cache_folder)"
    exec 9>"$cache/qemu-10.lock"
    flock 9
    if published "$stamp" qemu-10 && "$cache/qemu-10/bin/qemu-system-x86_64" --version >/dev/null 2>&1; then
        say "QEMU 10 is there: $cache/qemu-10"
        return
    fi

    have apt-get || skip "this machine has no apt"
    [[ "$(dpkg --print-architecture)" == amd64 ]] || skip "it is unpacked on amd64 only"
    built=''
    work="$(mktemp -d)"
    trap 'rm -rf "$work" ${built:+"$built"}' EXIT
    fetch
    built="$(mktemp -d "$cache/building.XXXXXX")"
    chmod 755 "$built"
    unpack "$cache/qemu-10-$stamp"
    publish "$stamp" "$built" qemu-10
    if ! "$cache/qemu-10/bin/qemu-system-x86_64" --version >/dev/null; then
        rm "$cache/qemu-10"
        skip "the unpacked program does not run on this machine"
    fi
    say "QEMU 10 is ready: $cache/qemu-10"
}

# Downloads QEMU of the backports suite, and what of its dependencies this machine lacks.
fetch() {
    local codename mirror suite version sources="$work/sources"
    # shellcheck disable=SC1091
    codename="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")"
    suite="$codename-backports"
    # shellcheck disable=SC2016 # apt's own placeholders
    mirror="$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        sed -n "s|^$codename main ||p" | head -n 1)"
    [[ -n "$codename" && -n "$mirror" ]] || skip "this machine's apt sources name no mirror of its own release"

    say "asking this machine's mirror for $suite in a private folder"
    private_apt "$work/apt"
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    {
        printf 'deb %s %s %s main\n' "$([[ -e $keyring ]] && printf '[signed-by=%s]' "$keyring")" "$mirror" "$codename"
        printf 'deb %s %s %s main\n' "$([[ -e $keyring ]] && printf '[signed-by=%s]' "$keyring")" "$mirror" "$suite"
    } >"$sources"
    apt_options+=(-o "Dir::Etc::sourcelist=$sources" -o "Dir::Etc::sourceparts=/dev/null" -o "Dir::Etc::preferencesparts=/dev/null")
    apt-get "${apt_options[@]}" update >"$work/log" 2>&1 || skip "$suite could not be read ($(tail -n 1 "$work/log"))"
    version="$(apt-cache "${apt_options[@]}" madison qemu-system-x86 | sed -n "s/^[^|]*| *\([^ ]*\) *|.*$suite.*/\1/p" | head -n 1)"
    [[ "$version" =~ ^(1:)?10\. ]] || skip "$suite has QEMU '${version:-none}', not 10"

    say "downloading QEMU $version"
    # --download-only: apt works out what an upgrade would need, and none of it is carried out.
    apt-get "${apt_options[@]}" install --download-only --yes --no-install-recommends --allow-downgrades \
        -t "$suite" qemu-system-x86 qemu-utils || skip "the packages could not be downloaded"
}

# unpack FOLDER: fills $built with programs that will find their files in FOLDER.
unpack() {
    local deb program folder="$1"
    for deb in "$work"/apt/cache/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$built" --exclude=./usr/share/doc --exclude=./usr/share/locale \
            --exclude=./usr/share/man --keep-directory-symlink --no-same-owner
    done
    mkdir "$built/bin"
    for program in qemu-system-x86_64 qemu-img; do
        write_launcher "$program" "$folder" >"$built/bin/$program"
        chmod 755 "$built/bin/$program"
    done
}

# write_launcher PROGRAM FOLDER: exec keeps the process id, so whoever starts the launcher has started QEMU.
write_launcher() {
    local data='' quoted="'${2//\'/\'\\\'\'}'"
    # shellcheck disable=SC2016 # for the launcher to expand
    [[ "$1" != qemu-system-* ]] || data='-L "$root/usr/share/qemu" -L "$root/usr/share/seabios" '
    cat <<EOF
#!/bin/sh
root=$quoted
export LD_LIBRARY_PATH="\$root/usr/lib/x86_64-linux-gnu:\$root/lib/x86_64-linux-gnu"
exec "\$root/usr/bin/$1" $data"\$@"
EOF
}

main "$@"
