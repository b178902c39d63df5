# Prints who holds huge pages: lines "PATH/status:Name: …" and "PATH/status:HugetlbPages: N kB" of processes, and "file BLOCKS SIZE PATH" of files.
#
#   sh -c THIS qemu-dsl ROOT
#
# Files of a hugetlbfs hold their pages until they are deleted, also when no process has them open.
{
    grep -HE '^(Name|HugetlbPages):' "$1"/proc/[0-9]*/status
    while read -r _ point type _; do
        if [ "$type" = hugetlbfs ]; then find "$(printf '%b' "$point")" -xdev -type f -exec stat -c 'file %b %B %n' {} +; fi
    done <"$1/proc/self/mounts"
} 2>/dev/null
exit 0
