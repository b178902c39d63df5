# Prints which of some programs are not on the PATH.
#
#   sh -c THIS qemu-dsl PROGRAM…
for program; do
    command -v -- "$program" >/dev/null || printf '%s\n' "$program"
done
exit 0
