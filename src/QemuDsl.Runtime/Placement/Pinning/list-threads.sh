# Prints the threads of a process and the kernel's threads that work for it: "task ID NAME" and "kernel ID NAME".
#
#   sh -c THIS qemu-dsl PID
#
# Before Linux 6.4 the threads of vhost are the kernel's (children of kthreadd, process 2); since then they are QEMU's own, with the same name.
{
    for task in /proc/"$1"/task/[0-9]*; do
        if IFS= read -r name <"$task/comm"; then printf 'task %s %s\n' "${task##*/}" "$name"; fi
    done
    for process in /proc/[0-9]*; do
        if IFS= read -r name <"$process/comm" && [ "$name" = "vhost-$1" ] && read -r _ _ _ parent _ <"$process/stat" && [ "$parent" = 2 ]; then
            printf 'kernel %s %s\n' "${process##*/}" "$name"
        fi
    done
} 2>/dev/null
exit 0
