# Watches a VM whose supervisor is somebody else's child, and ends it when asked to.
#
#   sh -c THIS qemu-dsl DIRECTORY
#
# A line on stdin, "end", ends the VM; the end of stdin ends the watch. When the VM is gone, the exit code of QEMU is printed if it is known.
set -u
directory=$1 self=$$

twentieth() { shift 19; [ "$1" = "$start" ]; }
runs() {
    read -r boot </proc/sys/kernel/random/boot_id
    # shellcheck disable=SC2086 # Fields.
    { [ "$boot" = "$since" ] && read -r stat <"/proc/$pid/stat" && twentieth ${stat##*) }; } 2>/dev/null
}

# Open now, the file can be read when its directory is gone.
{ read -r pid start since _ <"$directory/owner" && exec 3<"$directory/exit"; } 2>/dev/null || { echo "no such VM" >&2; exit 3; }
runs || { echo "its supervisor is gone" >&2; exit 3; }

exec 4<&0
{
    while read -r word; do
        if [ "$word" = end ] && runs; then kill -TERM "$pid"; kill -CONT "$pid"; fi
    done
    kill -KILL "$self"
} <&4 >/dev/null 2>&1 &
reader=$!
exec 4<&-
echo watching

while runs; do sleep 0.05; done
kill "$reader" 2>/dev/null
cat <&3
exit 0
