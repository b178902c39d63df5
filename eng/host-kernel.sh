#!/usr/bin/env bash
# Fetches the distribution's kernel with all of its modules, and a static busybox: what VMs on the host's own root boot in
# the tests. Nothing is installed and root is not needed. The result goes into the cache folder:
#   ${QEMU_DSL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qemu-dsl}/host-kernel/{boot/vmlinuz-VERSION,boot/vmlinux-VERSION,lib/modules/VERSION,bin/busybox}
# It is fetched once; a changed script fetches it again.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

main() {
    local stamp cache deb version
    stamp="$(sha256sum "${BASH_SOURCE[0]}" | cut -c1-12)"
    cache="$(cache_folder)"
    exec 9>"$cache/host-kernel.lock"
    flock 9
    if published "$stamp" host-kernel; then
        say "the kernel for VMs on the host's root is there: $cache/host-kernel"
        return
    fi

    for tool in apt-get dpkg-deb xz; do
        have "$tool" || die "$tool is missing: the kernel is made of Debian packages, and packed with xz."
    done
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    built="$(mktemp -d "$cache/building.XXXXXX")"
    trap 'rm -rf "$work" "$built"' EXIT

    say "fetching package lists of this machine's apt sources into a private folder"
    private_apt "$work/apt"
    # A third-party source that fails does no harm: what is needed comes from the distribution.
    apt-get "${apt_options[@]}" update || true
    say "downloading linux-image-amd64 and busybox-static"
    mkdir "$work/debs"
    (cd "$work/debs" && apt-get "${apt_options[@]}" download "$(kernel_package linux-image-amd64)" busybox-static) ||
        die "the packages could not be downloaded: is the apt mirror of this machine reachable?"
    for deb in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$built" --exclude=./usr/share --no-same-owner
    done
    for version in "$built"/lib/modules/*; do
        version="${version##*/}"
        "$built/bin/busybox" depmod -b "$built" "$version"
        unpack_kernel "$built/boot/vmlinuz-$version" >"$built/boot/vmlinux-$version"
    done
    chmod -R a+rX "$built"
    publish "$stamp" "$built" host-kernel
    say "the kernel for VMs on the host's root is ready: $cache/host-kernel"
}

# Where the packed kernel is: Documentation/arch/x86/boot.rst, setup_sects, payload_offset and payload_length. The last four bytes
# of the payload are its length unpacked. Unpacked by the guest itself it costs a VM three seconds under TCG.
unpack_kernel() {
    local setup offset length
    setup="$(od -An -tu1 -j 0x1f1 -N1 "$1")"
    offset="$(od -An -tu4 -j 0x248 -N4 "$1")"
    length="$(od -An -tu4 -j 0x24c -N4 "$1")"
    # head ends before tail does.
    { tail -c +$(((setup + 1) * 512 + offset + 1)) "$1" || true; } | head -c $((length - 4)) | xz -dc
}

main "$@"
