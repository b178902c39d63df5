#!/usr/bin/env bash
# Builds the tiny Linux that tests and the demo boot: the distribution's cloud kernel and an initramfs of busybox, the
# QEMU guest agent and dropbear. Nothing is installed and root is not needed. The result goes into the cache folder:
#   ${QEMU_DSL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qemu-dsl}/tiny-linux/{vmlinuz,initrd}
# It is built once; a changed script builds it again.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

# Drivers in the guest; one that the kernel has built in or does not have is left out.
modules=(
    virtio_pci virtio_mmio virtio_blk virtio_scsi sd_mod virtio_net virtio_console virtio-rng virtio_balloon
    button evdev qemu_fw_cfg af_packet ext4
)

main() {
    local stamp cache
    stamp="$(cat "${BASH_SOURCE[0]}" "$here"/tiny-linux/* | sha256sum | cut -c1-12)"
    cache="$(cache_folder)"
    exec 9>"$cache/tiny-linux.lock"
    flock 9
    if published "$stamp" tiny-linux; then
        say "tiny Linux is there: $cache/tiny-linux"
        return
    fi

    for tool in apt-get dpkg-deb cpio gzip; do
        have "$tool" || die "$tool is missing: run eng/install.sh first (tiny Linux is made of Debian packages)."
    done
    [[ "$(dpkg --print-architecture)" == amd64 ]] || die "tiny Linux is built on amd64 only; this machine is $(dpkg --print-architecture)."

    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    built="$(mktemp -d "$cache/building.XXXXXX")"
    trap 'rm -rf "$work" "$built"' EXIT
    download
    unpack
    choose_modules
    assemble
    chmod 755 "$built"
    publish "$stamp" "$built" tiny-linux
    say "tiny Linux is ready: $cache/tiny-linux ($(du -sh "$cache/tiny-linux/initrd" | cut -f1) initrd)"
}

download() {
    say "fetching package lists of this machine's apt sources into a private folder"
    private_apt "$work/apt"
    # A third-party source that fails does no harm: what is needed comes from the distribution.
    apt-get "${apt_options[@]}" update || true

    local kernel packages
    kernel="$(kernel_package linux-image-cloud-amd64 linux-image-virtual)"
    mapfile -t packages < <(
        apt-cache "${apt_options[@]}" depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
            --no-replaces --no-enhances qemu-guest-agent dropbear-bin | grep -E '^[a-z0-9]' | sort -u
    )
    mapfile -t -O "${#packages[@]}" packages < <(printf '%s\n' "$kernel" busybox-static)
    # Distributions that ship the modules apart from the kernel call them linux-modules-VERSION.
    if apt-cache "${apt_options[@]}" show "${kernel/linux-image/linux-modules}" >/dev/null 2>&1; then
        packages+=("${kernel/linux-image/linux-modules}")
    fi

    say "downloading ${#packages[@]} packages, among them $kernel"
    mkdir "$work/debs"
    (cd "$work/debs" && apt-get "${apt_options[@]}" download "${packages[@]}") ||
        die "the packages could not be downloaded: is the apt mirror of this machine reachable?"
}

unpack() {
    local deb
    mkdir "$work/root"
    for deb in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/root" --exclude=./usr/share --keep-directory-symlink --no-same-owner
    done
    busybox="$(find "$work/root" -path '*bin/busybox' | head -n 1)"
    release="$(basename "$(find "$work/root" -path '*lib/modules/*' -maxdepth 4 -mindepth 3 -type d | head -n 1)")"
    modules_folder="$(find "$work/root" -type d -path "*lib/modules/$release" | head -n 1)"
    kernel_image="$work/root/boot/vmlinuz-$release"
    [[ -r "$kernel_image" ]] || die "the kernel package holds no readable boot/vmlinuz-$release."
}

# Writes the modules wanted and what they depend on into the initramfs, and the order to load them in.
choose_modules() {
    local base="$work/modules/lib/modules" file name
    declare -gA seen=()
    mkdir -p "$base" "$work/initramfs/modules"
    cp -a "$modules_folder" "$base/"
    find "$base" -name '*.ko.xz' -exec "$busybox" unxz {} +
    if [[ -n "$(find "$base" -name '*.ko.zst' -print -quit)" ]]; then
        have zstd || die "this kernel's modules are compressed with zstd: apt-get install zstd"
        find "$base" -name '*.ko.zst' -exec zstd -q -d --rm {} +
    fi
    "$busybox" depmod -b "$work/modules" "$release"
    : >"$work/initramfs/modules/order"
    for name in "${modules[@]}"; do
        file="$(sed -n "s|^\([^:]*/${name//_/[-_]}\.ko\):.*|\1|p" "$base/$release/modules.dep" | head -n 1)"
        [[ -z "$file" ]] || add_module "$base/$release" "$file"
    done
    [[ -s "$work/initramfs/modules/order" ]] || die "no virtio module was found in $release."
}

# add_module FOLDER FILE: its dependencies first; modules.dep names them deepest last.
add_module() {
    local folder="$1" file="$2" line dependency
    [[ -z "${seen[$file]:-}" ]] || return 0
    seen[$file]=1
    line="$(grep -F "$file:" "$folder/modules.dep" | head -n 1)"
    for dependency in ${line#*:}; do
        add_module "$folder" "$dependency"
    done
    cp "$folder/$file" "$work/initramfs/modules/"
    basename "$file" >>"$work/initramfs/modules/order"
}

assemble() {
    local root="$work/initramfs" program source applet
    say "assembling the initramfs"
    mkdir -p "$root"/{bin,sbin,etc/acpi/PWRF,dev,proc,sys,run,tmp,root,lib64,lib,var/run,var/log}
    cp "$busybox" "$root/bin/busybox"
    for applet in $("$busybox" --list); do
        [[ "$applet" == busybox ]] || ln -s busybox "$root/bin/$applet"
    done
    ln -s /bin/busybox "$root/init"
    # Where the guest agent looks for it.
    ln -s /bin/busybox "$root/sbin/hwclock"
    for program in qemu-ga dropbear dropbearkey; do
        source="$(find "$work/root" -type f -path "*bin/$program" | head -n 1)"
        [[ -n "$source" ]] || die "$program was not in the downloaded packages."
        install -m 755 "$source" "$root/sbin/$program"
        copy_libraries "$source"
    done
    install -m 644 "$here/tiny-linux/inittab" "$here/tiny-linux/profile" "$root/etc/"
    install -m 755 "$here/tiny-linux/rc" "$here/tiny-linux/udhcpc" "$root/etc/"
    install -m 755 "$here/tiny-linux/power-button" "$root/etc/acpi/PWRF/00000080"
    install -m 755 "$here/tiny-linux/shutdown" "$root/sbin/shutdown"
    printf 'root:x:0:0:root:/root:/bin/sh\n' >"$root/etc/passwd"
    printf 'root:x:0:\n' >"$root/etc/group"
    printf '/bin/sh\n' >"$root/etc/shells"
    cp "$kernel_image" "$built/vmlinuz"
    chmod 644 "$built/vmlinuz"
    # Level 1: the guest unpacks it under emulation, and size costs less than time.
    (cd "$root" && find . -print0 | LC_ALL=C sort -z | cpio --quiet --null -o -H newc -R 0:0) | gzip -n -1 >"$built/initrd"
}

# copy_libraries PROGRAM: asks the downloaded loader, so that libraries of this machine never get in.
copy_libraries() {
    local loader library libraries
    loader="$(find "$work/root" -name ld-linux-x86-64.so.2 | head -n 1)"
    libraries="$work/root/lib/x86_64-linux-gnu:$work/root/usr/lib/x86_64-linux-gnu"
    "$(readlink -f "$loader")" --library-path "$libraries" --list "$1" |
        sed -n "s|.*=> \(${work}[^ ]*\) .*|\1|p" | while read -r library; do
        cp -L "$library" "$work/initramfs/lib/"
    done
    cp -L "$(readlink -f "$loader")" "$work/initramfs/lib64/ld-linux-x86-64.so.2"
}

main "$@"
