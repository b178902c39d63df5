# Prints every file that one of the patterns matches: '@' and its path, then each of its lines after a blank.
#
#   sh -c THIS qemu-dsl PATTERN…
#
# Only what the shell has built in: a host has hundreds of such files, and a process for each would take seconds.
IFS=
for pattern; do
    for file in $pattern; do
        if [ -f "$file" ] && [ -r "$file" ]; then
            printf '@%s\n' "$file"
            { while read -r line || [ -n "$line" ]; do printf ' %s\n' "$line"; done <"$file"; } 2>/dev/null
        fi
    done
done
exit 0
