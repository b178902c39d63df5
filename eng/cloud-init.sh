#!/usr/bin/env bash
# Fetches cloud-init with the Python packages it needs, for a guest on the host's own root that runs it in the tests. Nothing is
# installed and root is not needed. The result goes into the cache folder:
#   ${QEMU_DSL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qemu-dsl}/cloud-init/usr/lib/python3/dist-packages
# It is fetched once; a changed script fetches it again.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

packages=(
    cloud-init python3-attr python3-certifi python3-chardet python3-charset-normalizer python3-configobj python3-idna python3-jinja2
    python3-json-pointer python3-jsonpatch python3-jsonschema python3-markupsafe python3-netifaces python3-oauthlib python3-pyrsistent
    python3-requests python3-serial python3-six python3-urllib3 python3-yaml
)

main() {
    local stamp cache deb
    stamp="$(sha256sum "${BASH_SOURCE[0]}" | cut -c1-12)"
    cache="$(cache_folder)"
    exec 9>"$cache/cloud-init.lock"
    flock 9
    if published "$stamp" cloud-init; then
        say "cloud-init is there: $cache/cloud-init"
        return
    fi

    for tool in apt-get dpkg-deb /usr/bin/python3; do
        have "$tool" || die "$tool is missing: cloud-init is made of Debian packages and runs on the distribution's Python."
    done
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    built="$(mktemp -d "$cache/building.XXXXXX")"
    trap 'rm -rf "$work" "$built"' EXIT

    say "fetching package lists of this machine's apt sources into a private folder"
    private_apt "$work/apt"
    # A third-party source that fails does no harm: what is needed comes from the distribution.
    apt-get "${apt_options[@]}" update || true
    say "downloading cloud-init"
    mkdir "$work/debs"
    (cd "$work/debs" && apt-get "${apt_options[@]}" download "${packages[@]}") ||
        die "the packages could not be downloaded: is the apt mirror of this machine reachable?"
    for deb in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$built" --no-same-owner ./usr/lib/python3
    done
    # Compiled in the guest, under TCG, it would start twice as slowly. Where it is read, not where it was made.
    /usr/bin/python3 -m compileall -q -s "$built" "$built/usr/lib/python3/dist-packages" || true
    chmod -R a+rX "$built"
    publish "$stamp" "$built" cloud-init
    say "cloud-init is ready: $cache/cloud-init"
}

main "$@"
