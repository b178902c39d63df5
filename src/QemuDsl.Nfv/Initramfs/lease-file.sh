# Keeps a file that its owner sends until stdin ends, however the owner ended.
#
#   sh -c THIS qemu-dsl DIRECTORY NAME SIZE
#
# stdin is the file, SIZE bytes, and nothing more until its end. Prints "ready" when it is there whole. The file "owner" is how a sweep of run
# directories tells what a killed script left from what is somebody's.
set -u
trap '' PIPE INT QUIT
directory=$1
umask 077
mkdir "$directory" || exit 1
trap 'rm -rf "$directory"' EXIT
trap 'exit 143' TERM HUP

twentieth() { shift 19; start=$1; }
read -r stat </proc/$$/stat
read -r boot </proc/sys/kernel/random/boot_id
# shellcheck disable=SC2086 # Fields.
twentieth ${stat##*) }
printf '%s %s %s\n' "$$" "$start" "$boot" >"$directory/owner" || exit 1
head -c "$3" >"$directory/$2" || exit 1
[ "$(wc -c <"$directory/$2")" -eq "$3" ] || exit 1
echo ready
while read -r _; do :; done
exit 0
