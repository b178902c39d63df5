#!/usr/bin/env bash
# Installs what running VMs (eng/install.sh demo) or all tests (eng/install.sh test) need and this machine lacks, from
# the machine's own apt sources. It says what is missing and why first; without root it prints the command instead.
# The .NET SDK is expected to be there.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"

# program or file | package | why
demo_needs=(
    'qemu-system-x86_64|qemu-system-x86|runs x86 virtual machines'
    'setpriv|util-linux|ends QEMU when its parent dies'
    'cpio|cpio|packs the initramfs of the tiny Linux'
    '/etc/ssl/certs/ca-certificates.crt|ca-certificates|lets NuGet trust its feed'
)
test_needs=(
    "${demo_needs[@]}"
    'qemu-system-aarch64|qemu-system-arm|runs Arm virtual machines'
    'qemu-img|qemu-utils|makes disk images'
    'swtpm|swtpm|emulates a TPM'
    'ssh|openssh-client|logs in to a guest, and makes keys'
    'sshd|openssh-server|is logged in to, on loopback with keys of its own'
    'socat|socat|joins a socket of a remote host to a channel'
    'nc.openbsd|netcat-openbsd|joins a socket of a remote host to a channel'
    '/usr/bin/python3|python3|joins a socket of a remote host to a channel, and runs cloud-init in a guest'
    'sudo|sudo|is what a remote host may be told to run everything through'
    'ip|iproute2|makes network namespaces, where taps of VMs are no business of this machine'
    'ps|procps|shows which processes a test left behind'
    'dpdk-testpmd|dpdk-dev|is the network function that command lines are held against'
    'iperf3|iperf3|is measured with in a guest, and measures from outside'
    'xz|xz-utils|unpacks the kernel that VMs on the root of this machine boot'
    'zstd|zstd|unpacks modules of kernels'
    'gcc|gcc|links the native tool'
    '/usr/include/stdio.h|libc6-dev|is what the native tool is linked with'
    'busybox|busybox|is another shell that the supervisor must run under'
    'zsh|zsh|completes the command line of the tool'
    'fish|fish|completes the command line of the tool'
)

main() {
    local needs entry program package reason missing=()
    case "${1:-test}" in
        demo) needs=("${demo_needs[@]}") ;;
        test) needs=("${test_needs[@]}") ;;
        *) die "usage: eng/install.sh [demo|test]" ;;
    esac

    for entry in "${needs[@]}"; do
        IFS='|' read -r program package reason <<<"$entry"
        is_there "$program" && continue
        say "missing: $package ($reason)"
        missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] || install_packages "${missing[@]}"
    require_dotnet
}

is_there() {
    case "$1" in
        /*) [[ -e "$1" ]] ;;
        *) have "$1" || [[ -x "/usr/sbin/$1" ]] ;;
    esac
}

install_packages() {
    have apt-get || die "these packages are needed, and this machine has no apt-get to install them: $*"
    [[ "$(id -u)" -eq 0 ]] || die "root is needed to install them: sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    say "installing: $*"
    # The lists may be absent or older than the mirror: update them only if what is wanted cannot be had with them.
    try_install "$@" || { say "updating the package lists"; apt-get -qq update; try_install "$@"; } ||
        die "apt-get could not install: $* (its messages are above)"
}

try_install() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@" >&2
}

main "$@"
