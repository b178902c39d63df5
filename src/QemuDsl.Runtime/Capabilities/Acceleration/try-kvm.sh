# Runs QEMU with a guest's image, a second at most, and ends with its code; what it prints is passed on.
#
#   sh -c THIS qemu-dsl SECONDS IMAGE PROGRAM ARGUMENTS…
#
# IMAGE is the bytes as printf's octal escapes; the arguments name the file 'guest'. A broken KVM spins in the kernel or aborts: QEMU has
# a limit of CPU seconds too, and goes with this shell's timeout(1) whatever becomes of the shell itself.
set -u
seconds=$1 image=$2 program=$3
shift 3
case $program in */*) ;; *) program=$(command -v -- "$program") || exit 127 ;; esac
case $program in /*) ;; *) program=$PWD/$program ;; esac

umask 077
directory=$(mktemp -d) || exit 126
trap 'rm -rf "$directory"' EXIT
trap 'exit 143' TERM HUP INT
cd "$directory" || exit 126
# shellcheck disable=SC2059 # The escapes are the point.
printf "$image" >guest || exit 126

# shellcheck disable=SC3045 # dash, bash and busybox have them; elsewhere timeout(1) is enough.
ulimit -c 0 2>/dev/null; ulimit -t 3 2>/dev/null
# A shell that becomes timeout(1): its number is known to the child, which sees by it whether its parent is still there.
bounded='seconds=$1 start=$2; shift 2; exec timeout -s KILL "$seconds" setpriv --pdeathsig KILL sh -c "$start" qemu-dsl $$ "$@"'
start='[ "$PPID" = "$1" ] || exit 0; shift; exec "$@"'
sh -c "$bounded" qemu-dsl "$seconds" "$start" "$program" "$@" </dev/null
