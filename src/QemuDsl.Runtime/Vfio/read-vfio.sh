# Prints what the kernel says of PCI devices and of those that share their IOMMU groups.
#
#   sh -c THIS qemu-dsl ROOT ADDRESS…
#
# "loaded" when there is a driver vfio-pci; for each ADDRESS "device ADDRESS DRIVER GROUP" with "-" for what it has none of, or
# "absent ADDRESS"; for each group "group GROUP yes|no", whether this user may open it, and for each device of it "member GROUP ADDRESS DRIVER".
set -u
root=$1
shift
pci=$root/sys/bus/pci

# Sets name to what a link points at, "-" when there is none.
target() {
    name=$(readlink "$1") || name=-
    name=${name##*/}
}

if [ -d "$pci/drivers/vfio-pci" ]; then echo loaded; fi
groups=' '
for address; do
    device=$pci/devices/$address
    if [ ! -d "$device" ]; then
        echo "absent $address"
        continue
    fi
    target "$device/driver"
    driver=$name
    target "$device/iommu_group"
    group=$name
    echo "device $address $driver $group"
    case $groups in *" $group "*) continue ;; esac
    groups="$groups$group "
    node=$root/dev/vfio/$group
    if [ -r "$node" ] && [ -w "$node" ]; then echo "group $group yes"; else echo "group $group no"; fi
    for member in "$device"/iommu_group/devices/*; do
        if [ -e "$member" ]; then
            target "$member/driver"
            echo "member $group ${member##*/} $name"
        fi
    done
done
exit 0
