# Binds PCI devices to vfio-pci and, when stdin ends, to what they were bound to before, however its owner ended.
#
#   sh -c THIS qemu-dsl ROOT ADDRESS…
#
# Prints "ready", or says on stderr why not. The kernel's driver_override makes sure that no other driver takes a device meanwhile.
set -u
trap '' PIPE INT QUIT
pci=$1/sys/bus/pci
shift
bound=''

# Sets name to the driver of a device, "-" when there is none.
driver() {
    name=$(readlink "$pci/devices/$1/driver") || name=-
    name=${name##*/}
}

# Takes device $1 from its driver, sets its driver_override to $2, which an empty one clears, and has a driver looked for unless $3 is "-".
bind() {
    echo "$2" >"$pci/devices/$1/driver_override" || return 1
    if [ -e "$pci/devices/$1/driver" ]; then echo "$1" >"$pci/devices/$1/driver/unbind" || return 1; fi
    if [ "$3" != - ]; then echo "$1" >"$pci/drivers_probe"; fi
}

end() {
    trap '' TERM HUP EXIT
    # Each as "ADDRESS=DRIVER=OVERRIDE".
    for one in $bound; do
        address=${one%%=*} rest=${one#*=}
        override=${rest#*=}
        bind "$address" "${override#-}" "${rest%%=*}" || continue
        driver "$address"
        [ "$name" = "${rest%%=*}" ] || echo "$address is bound to '$name' and was to '${rest%%=*}' before" >&2
    done
}

trap end EXIT
trap 'exit 143' TERM HUP

for address; do
    [ -d "$pci/devices/$address" ] || { echo "$address does not exist" >&2; exit 1; }
    driver "$address"
    if [ "$name" = vfio-pci ]; then continue; fi
    read -r override <"$pci/devices/$address/driver_override"
    if [ "$override" = '(null)' ]; then override=-; fi
    bound="$address=$name=$override $bound"
    bind "$address" vfio-pci vfio-pci || exit 1
    driver "$address"
    if [ "$name" != vfio-pci ]; then
        echo "$address is bound to '$name' although vfio-pci was asked for; the words of the kernel are in its log (dmesg)" >&2
        exit 1
    fi
done
echo ready
while read -r _; do :; done
exit 0
