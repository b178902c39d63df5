# Prints a file: its mode and length in a line, then its bytes.
#
#   sh -c THIS qemu-dsl PATH
[ -f "$1" ] || { echo "there is no such file" >&2; exit 3; }
stat -L -c '%a %s' -- "$1" && exec cat -- "$1"
