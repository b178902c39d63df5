#!/bin/sh
# Second program of a guest on the host's root, run by that root's own shell: gives devices their drivers, runs the workload and tells
# how it ended. All it needs to know is data in files beside it: words with everything but plain characters written as \0OOO.
cd /run/qemu-dsl || exit 1
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=linux LANG=C.UTF-8

# shellcheck source=src/QemuDsl.Nfv/Initramfs/guest-lib.sh
. ./lib.sh

read -r name <hostname && echo "$name" >/proc/sys/kernel/hostname
ip link set lo up 2>/dev/null
if [ -s hugepages ]; then
    read -r wanted <hugepages
    # In one piece: a shell reads byte by byte, and this file has only one byte for such a reader.
    there=$(cat /proc/sys/vm/nr_hugepages)
    [ "$there" -ge "$wanted" ] || fail "the guest's kernel made $there of $wanted huge pages"
fi

while read -r device driver; do
    where=/sys/bus/pci/devices/$device
    [ -d "$where" ] || fail "there is no PCI device $device"
    # Without an IOMMU in the guest, VFIO works only where the kernel allows what is not safe.
    if [ "$driver" = vfio-pci ] && [ -e /sys/module/vfio/parameters/enable_unsafe_noiommu_mode ]; then
        echo 1 >/sys/module/vfio/parameters/enable_unsafe_noiommu_mode
    fi
    echo "$driver" >"$where/driver_override"
    if [ -e "$where/driver" ]; then echo "$device" >"$where/driver/unbind"; fi
    echo "$device" >/sys/bus/pci/drivers_probe
    [ -e "$where/driver" ] || fail "$device cannot be bound to $driver"
done <drivers

while read -r device address; do
    # A virtio card is one level above its interface.
    for link in /sys/bus/pci/devices/"$device"/net/* /sys/bus/pci/devices/"$device"/virtio*/net/*; do
        if [ -e "$link" ]; then
            ip address add "$address" dev "${link##*/}" && ip link set "${link##*/}" up || fail "$device cannot have the address $address"
            continue 2
        fi
    done
    fail "$device has no interface: no driver of the guest's kernel took it"
done <addresses

while read -r device; do
    for link in /sys/bus/pci/devices/"$device"/net/* /sys/bus/pci/devices/"$device"/virtio*/net/*; do
        if [ -e "$link" ]; then tell "name $device ${link##*/}"; fi
    done
done <interfaces

while read -r from to; do
    decode "$to" && to=$text
    mkdir -p "${to%/*}/" && cp -p "$from" "$to" || fail "$to cannot be written: only what is mounted as memory can, such as /run and /tmp"
done <files

set --
while read -r word; do
    decode "$word"
    set -- "$@" "$text"
done <words
input=no
if [ -e interactive ]; then input=yes; fi
read -r level _ <printk
read -r word <directory
decode "$word"
cd "$text" || fail "there is no directory $text; /run, /tmp, /dev, /proc and /sys are the guest's own"

# As bytes, as the workload writes them.
stty -opost 2>/dev/null
echo 1 >/proc/sys/kernel/printk
printf '\n@@%s begin\n' "$nonce"
echo "$level" >/proc/sys/kernel/printk
tell begin
if [ "$input" = yes ]; then "$@" 3>&-; else "$@" </dev/null 3>&-; fi
finish "exit $?"
