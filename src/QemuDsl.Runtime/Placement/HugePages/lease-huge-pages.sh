# Adds huge pages to a pool and takes them away again when stdin ends, however its owner ended.
#
#   sh -c THIS qemu-dsl POOL PAGES DIRECTORY KILOBYTES
#
# POOL is the directory of the pool in /sys, DIRECTORY a new one in which a hugetlbfs is to be mounted as "huge", or "-". Prints "ready", or
# says on stderr why not.
set -u
trap '' PIPE INT QUIT
pool=$1 pages=$2 directory=$3 size=$4
point=$directory/huge added=0 made='' mounted=''

# Reads and writes under a lock, or two leases would both add to the same number. The kernel's number counts surplus pages, which are no part of the
# pool; what it takes is the pool alone.
change() {
    exec 9<"$pool/nr_hugepages"
    flock 9
    read -r surplus <"$pool/surplus_hugepages"
    read -r total <"$pool/nr_hugepages"
    before=$((total - surplus))
    wanted=$((before + $1))
    echo $((wanted > 0 ? wanted : 0)) >"$pool/nr_hugepages"
    read -r surplus <"$pool/surplus_hugepages"
    read -r total <"$pool/nr_hugepages"
    changed=$((total - surplus - before))
    exec 9<&-
}

end() {
    trap '' TERM HUP EXIT
    if [ -n "$mounted" ]; then
        # Busy when a VM still has its memory there: it keeps it, and nobody else comes in.
        umount "$point" 2>/dev/null || umount -l "$point"
    fi
    if [ -n "$made" ]; then rmdir "$point" "$directory"; fi
    if [ "$added" -gt 0 ]; then change "-$added"; fi
}

trap end EXIT
trap 'exit 143' TERM HUP

change "$pages"
added=$changed
if [ "$added" -lt "$pages" ]; then
    echo "the kernel made $added of $pages" >&2
    exit 1
fi
if [ "$directory" != - ]; then
    mkdir -m 0700 "$directory" || exit 1
    made=yes
    mkdir -m 0700 "$point" && mount -t hugetlbfs -o "pagesize=${size}K,mode=0700" qemu-dsl "$point" || exit 1
    mounted=yes
fi
echo ready
while read -r _; do :; done
exit 0
