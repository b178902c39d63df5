# Tells what a program is and what the host runs: lines of a word and its value.
#
#   sh -c THIS qemu-dsl PROGRAM
#
# The directories of QEMU's modules count as part of it: a package that adds a module adds devices and leaves the program as it is.
system=$(uname -s)
look() {
    case $system in
        Linux) stat -L -c '%d:%i %s %Y %Z' -- "$1" ;;
        *) stat -L -f '%d:%i %z %m %c' -- "$1" ;;
    esac
}

stamp=$(look "$1") || exit 1
for modules in /usr/lib/*/qemu /usr/lib/qemu /usr/lib64/qemu /usr/local/lib/*/qemu /usr/local/lib/qemu; do
    if [ -d "$modules" ]; then stamp="$stamp, $(look "$modules")"; fi
done

boot=''
if [ -r /proc/sys/kernel/random/boot_id ]; then read -r boot </proc/sys/kernel/random/boot_id; fi
kvm=missing
if [ -e /dev/kvm ]; then kvm=closed; fi
if [ -r /dev/kvm ] && [ -w /dev/kvm ]; then kvm=open; fi
printf '%s\n' "stamp $stamp" "system $system" "machine $(uname -m)" "boot $boot" "kvm $kvm" "user $(id -un)"
