#!/bin/sh
# First program of a guest on the host's root, run by busybox in the initramfs: loads drivers, mounts the root and all else, and goes over
# to it. The mounts are made here because each program of the root is read over 9p first: 0.3 s under TCG.
#
# /qemu-dsl/modules names the modules in their order; /qemu-dsl/guest becomes /run/qemu-dsl, where the second program is.
cd /qemu-dsl/guest || exit 1
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
# shellcheck source=src/QemuDsl.Nfv/Initramfs/guest-lib.sh
. ./lib.sh

while read -r module; do
    insmod "/qemu-dsl/drivers/$module" || fail "module $module cannot be loaded"
done </qemu-dsl/modules
read -r cache <rootcache
mount -t 9p -o "trans=virtio,version=9p2000.L,ro,msize=262144,cache=$cache" virtioroot /root || fail "the host's root cannot be mounted"
mount -t tmpfs -o mode=0755 run /root/run || fail "the host's root has no directory /run"
cat /proc/sys/kernel/printk >printk
mkdir -p /root/run/qemu-dsl
cp -a . /root/run/qemu-dsl/ || fail "there is not enough memory for /run"

# The port's name comes a moment after its driver. It has one opener at a time: no workload writes to it by mistake.
tries=0
until [ -e /proc/self/fd/3 ]; do
    [ "$tries" -lt 250 ] || fail "the port org.qemudsl.workload does not come"
    for port in /sys/class/virtio-ports/*; do
        name=''
        if [ -e "$port/name" ]; then read -r name <"$port/name"; fi
        if [ "$name" = org.qemudsl.workload ] && [ -c "/dev/${port##*/}" ]; then exec 3>"/dev/${port##*/}"; fi
    done
    [ -e /proc/self/fd/3 ] || sleep 0.02
    tries=$((tries + 1))
done

while read -r type source options target; do
    decode "$source" && source=$text
    decode "$options" && options=$text
    decode "$target" && target=$text
    [ -d "/root$target" ] || mkdir -p "/root$target" 2>/dev/null
    mount -t "$type" -o "$options" "$source" "/root$target" || fail "$target cannot be mounted"
done <mounts

umount /sys /proc
exec switch_root -c /dev/console /root /run/qemu-dsl/init
