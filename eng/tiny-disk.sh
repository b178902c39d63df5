#!/usr/bin/env bash
# Puts the tiny Linux on a disk image that boots by itself: a FAT file system with the boot loader syslinux, kernel and
# initramfs. Nothing is installed and root is not needed. The result goes into the cache folder, with the key that root
# of the guest is logged in with:
#   ${QEMU_DSL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qemu-dsl}/tiny-disk/{disk.qcow2,key}
# It is built once; another tiny Linux or a changed script builds it again.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

packages=(syslinux mtools)

main() {
    local stamp cache
    cache="$(cache_folder)"
    linux="$cache/tiny-linux"
    [[ -r "$linux/vmlinuz" && -r "$linux/initrd" ]] || die "tiny Linux is not in $cache: run eng/tiny-linux.sh first."
    stamp="$({ cat "${BASH_SOURCE[0]}"; readlink "$linux"; } | sha256sum | cut -c1-12)"
    exec 9>"$cache/tiny-disk.lock"
    flock 9
    if published "$stamp" tiny-disk; then
        say "the disk of tiny Linux is there: $cache/tiny-disk"
        return
    fi

    for tool in apt-get dpkg-deb qemu-img ssh-keygen; do
        have "$tool" || die "$tool is missing: run eng/install.sh first (the disk of tiny Linux is made with Debian packages)."
    done
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    built="$(mktemp -d "$cache/building.XXXXXX")"
    trap 'rm -rf "$work" "$built"' EXIT
    fetch
    ssh-keygen -q -t ed25519 -N '' -C tiny-disk -f "$built/key"
    make_image "$work/disk.raw"
    qemu-img convert -f raw -O qcow2 "$work/disk.raw" "$built/disk.qcow2"
    chmod 755 "$built"
    publish "$stamp" "$built" tiny-disk
    say "the disk of tiny Linux is ready: $cache/tiny-disk"
}

# Unpacks the programs into a folder and puts them on PATH: syslinux calls those of mtools.
fetch() {
    local deb
    say "downloading ${packages[*]}"
    mkdir "$work/debs" "$work/root"
    download -qq -o "APT::Sandbox::User=$(id -un)" 2>/dev/null || download_with_new_lists
    for deb in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/root" --exclude=./usr/share --no-same-owner
    done
    PATH="$work/root/usr/bin:$PATH"
}

# download OPTION...: of apt-get.
download() {
    (cd "$work/debs" && apt-get "$@" download "${packages[@]}")
}

# The machine's own lists are absent or older than the mirror.
download_with_new_lists() {
    say "fetching package lists of this machine's apt sources into a private folder"
    rm -f "$work"/debs/*
    private_apt "$work/apt"
    # A third-party source that fails does no harm: what is needed comes from the distribution.
    apt-get "${apt_options[@]}" update || true
    download "${apt_options[@]}" || die "the packages could not be downloaded: is the apt mirror of this machine reachable?"
}

# make_image FILE: without a partition table, which no BIOS asks a boot sector for.
make_image() {
    local cylinders
    # Of 32 heads and 32 sectors, half a mebibyte each; four mebibytes for the boot loader and tables.
    cylinders=$(($(cat "$linux/vmlinuz" "$linux/initrd" | wc -c) / 524288 + 8))
    mformat -C -i "$1" -t "$cylinders" -h 32 -s 32 -m 0xf8 ::
    syslinux --install "$1"
    write_configuration >"$work/syslinux.cfg"
    mcopy -i "$1" "$work/syslinux.cfg" "$linux/vmlinuz" "$linux/initrd" ::
}

# The parameters of the kernel are those of TinyLinux.Append in the tests, and the key in the form that etc/rc reads.
write_configuration() {
    local type key
    read -r type key _ <"$built/key.pub"
    cat <<EOF
SERIAL 0 115200
DEFAULT linux
LABEL linux
    KERNEL vmlinuz
    INITRD initrd
    APPEND console=ttyS0 quiet qdsl.key=$type,$key
EOF
}

main "$@"
