#!/bin/sh
# First program of a guest on the host's root, run by busybox in the initramfs: loads drivers, mounts the root and goes over to it.
#
# /qemu-dsl/modules names the modules in their order; /qemu-dsl/guest becomes /run/qemu-dsl, where the second program is.
fail() {
    echo "qemu-dsl: $*" >/dev/console
    poweroff -f
}

mount -t devtmpfs devtmpfs /dev || fail "there is no devtmpfs"
while read -r module; do
    insmod "/qemu-dsl/drivers/$module" || fail "module $module cannot be loaded"
done </qemu-dsl/modules
mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=262144 virtioroot /root || fail "the host's root cannot be mounted"
mount -t tmpfs -o mode=0755 run /root/run || fail "the host's root has no directory /run"
mkdir -p /root/run/qemu-dsl
cp -a /qemu-dsl/guest/. /root/run/qemu-dsl/ || fail "there is not enough memory for /run"
umount -l /dev
exec switch_root -c /dev/console /root /run/qemu-dsl/init
