# Tells which VMs there are, or removes what dead owners left.
#
#   sh -c THIS qemu-dsl list|sweep ROOT
#
# For each run directory a line "directory PATH", then "owner alive|dead|elsewhere", "qemu alive|stopped|dead", "detached yes|no" and "state JSON".
# sweep touches only directories whose supervisor is gone: it ends their QEMU if it is still the same process, removes them and says "swept".
# A directory "upload-…" holds a file for a VM that is about to be, and its owner is what keeps it: no VM, but swept as one.
set -u
mode=$1 root=$2
read -r now </proc/sys/kernel/random/boot_id

twentieth() { shift 19; [ "$1" = "$start" ]; }
born() { shift 19; init=$1; }
# When process 1 started: the same number means another process in another PID namespace, such as a container's.
init=''
# shellcheck disable=SC2086 # Fields.
{ read -r stat </proc/1/stat && born ${stat##*) }; } 2>/dev/null
same() {
    # shellcheck disable=SC2086 # Fields.
    { [ "$boot" = "$now" ] && read -r stat <"/proc/$pid/stat" && set -- ${stat##*) } && [ "$1" != Z ] && status=$1 && twentieth "$@"; } 2>/dev/null
}

for directory in "$root"/*; do
    [ -d "$directory" ] && [ ! -L "$directory" ] || continue
    case $mode:${directory##*/} in list:upload-*) continue ;; esac
    # One that is just being made, or was left by who was killed in its first millisecond: only that has nothing but the owner's socket and
    # a file in which no owner is yet, and stays so.
    if [ ! -s "$directory/owner" ]; then
        if [ "$mode" = sweep ] && [ -n "$(find "$directory" -prune -mmin +1 2>/dev/null)" ]; then
            case $(ls -A "$directory" | tr '\n' ' ') in
                'qmp.sock ' | 'owner ' | 'owner qmp.sock ') rm -f "$directory/qmp.sock" "$directory/owner" ;;
            esac
            if rmdir "$directory" 2>/dev/null; then printf 'directory %s\nswept\n' "$directory"; fi
        fi
        continue
    fi
    running=''
    number=0 owner=dead qemu=dead
    while read -r pid start boot born; do
        number=$((number + 1))
        if [ "$number" = 1 ] && [ "$boot" = "$now" ] && [ "${born:-0}" != 0 ] && [ "$born" != "${init:-$born}" ]; then
            # Nothing can be told of its processes from here.
            owner=elsewhere
            break
        fi
        same || continue
        if [ "$number" = 1 ]; then owner=alive; continue; fi
        running=$pid
        # T is SIGSTOP's; a debugger's is t.
        if [ "$status" = T ]; then qemu=stopped; else qemu=alive; fi
    done <"$directory/owner"
    if [ -e "$directory/detached" ]; then detached=yes; else detached=no; fi
    printf 'directory %s\nowner %s\nqemu %s\ndetached %s\n' "$directory" "$owner" "$qemu" "$detached"
    if [ -f "$directory/state.json" ]; then printf 'state %s\n' "$(cat "$directory/state.json")"; fi
    if [ "$mode" = sweep ] && [ "$owner" = dead ]; then
        if [ -n "$running" ]; then kill -KILL "$running" 2>/dev/null; fi
        rm -rf "$directory" && echo swept
    fi
done 2>/dev/null
exit 0
