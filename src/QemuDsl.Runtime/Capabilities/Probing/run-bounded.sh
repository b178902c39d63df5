# Runs a program that is killed after so many seconds, and when whoever started it goes, whatever it does itself.
#
#   sh -c THIS qemu-dsl SECONDS PROGRAM ARGUMENTS…
#
# pdeathsig is asked for first: a starter that went before that is told by another parent, as in the supervisor.
seconds=$1
shift
exec timeout -s KILL "$seconds" setpriv --pdeathsig KILL sh -c '[ "$PPID" = "$1" ] || exit 0; shift; exec "$@"' qemu-dsl $$ "$@"
