# Starts one QEMU and ends it when its owner goes, whatever way the owner goes. POSIX sh; dash and busybox run it.
#
#   sh -c THIS qemu-dsl NONCE DIRECTORY CONSOLE PROGRAM ARGUMENTS…
#
# stdin and stdout are QMP, byte for byte. stderr is QEMU's own, live, with frames between its lines: each has the nonce, so that nothing
# that a guest prints can be one, and begins with a line feed, because what QEMU wrote last may have none.
# CONSOLE is "console" when QEMU's stdout is the guest's console: it then goes to a FIFO that another process reads.
set -u
# PIPE: without it the shell dies writing to a dead channel before it has ended QEMU.
# INT and QUIT: keys of a terminal are for the owner, whose end is then ours.
trap '' PIPE INT QUIT
nonce=$1 directory=$2 console=$3
shift 3
self=$$ qemu='' input='' output=''

say() { printf '\n@@%s %s\n' "$nonce" "$*" >&2; }

began=0
begin() { if [ $# -gt 19 ]; then shift 19; began=$1; fi; }

# jobs collects children that have ended; kill -0 alone would take a zombie for a living one.
alive() { jobs >/dev/null 2>&1; kill -0 "$1" 2>/dev/null; }

# Waits for a process at most $2 fiftieths of a second.
outlives() {
    ticks=0
    while alive "$1"; do
        [ "$ticks" -lt "$2" ] || return 0
        sleep 0.02
        ticks=$((ticks + 1))
    done
    return 1
}

end() {
    trap '' TERM HUP EXIT
    if [ -n "$qemu" ] && alive "$qemu"; then
        kill -TERM "$qemu" 2>/dev/null
        if outlives "$qemu" 25; then
            say killed
            kill -KILL "$qemu" 2>/dev/null
            # A process in uninterruptible sleep outlives even that: it is reported, never waited on forever.
            if outlives "$qemu" 100; then say "stuck $qemu"; fi
        fi
    fi
    for child in $input $output; do kill "$child" 2>/dev/null; done
    # Open while it goes, or a reader of the console that comes just now would wait for a writer for ever.
    rm -rf "$directory" 7<>"$directory/out" 2>/dev/null || rm -rf "$directory"
}

trap end EXIT
trap 'exit 143' TERM HUP

# Held open both ways, a FIFO can be opened by anybody else without waiting, and nobody is left waiting for a QEMU that never came.
mkfifo "$directory/qmp.in" "$directory/qmp.out" "$directory/out" || exit 97
exec 3<&0 4<>"$directory/qmp.in" 5<>"$directory/qmp.out" 6<"$directory/qmp.out"

# kill -9 of this shell takes its children along by pdeathsig. A shell that was killed before a child had asked for that is seen by the
# parent which the child has then. The console is opened behind that: opening it waits for its reader.
start='[ "$PPID" = "$1" ] || exit 0
if [ "$2" = console ]; then exec >"$3/out"; else exec >&2; fi
shift 3; exec "$@"'
copy='[ "$PPID" = "$1" ] || exit 0; exec cat'
drain='[ "$PPID" = "$1" ] || exit 0
setpriv --pdeathsig KILL sh -c "$2" qemu-dsl $$ <&3; kill -HUP "$1"'

# QEMU before the readers of QMP: it has the longest way. A session of its own keeps Ctrl-C in a terminal away from it.
{
    exec setsid setpriv --pdeathsig KILL sh -c "$start" qemu-dsl "$self" "$console" "$directory" "$@" </dev/null 3<&- 4<&- 5<&- 6<&-
} &
qemu=$!
# With its start and the host's boot: number alone may be another process later. Builtins only, a fork would hold up QEMU's readers.
stat='' boot=''
read -r stat <"/proc/$qemu/stat"
read -r boot </proc/sys/kernel/random/boot_id
# shellcheck disable=SC2086 # Fields behind the name, which may hold blanks: the 20th is the start in clock ticks.
begin ${stat##*) }
say "pid $qemu $began $boot"

# Drains stdin from the first instant, also while QEMU waits for a peer before QMP exists. Its end is the end of the lease.
{ exec setpriv --pdeathsig KILL sh -c "$drain" qemu-dsl "$self" "$copy" >&4 2>/dev/null 4<&- 5<&- 6<&-; } &
input=$!
{ exec cat <&6 2>/dev/null 3<&- 4<&- 5<&- 6<&-; } &
output=$!
exec 3<&- 4<&- 6<&-

wait "$qemu"
code=$?
qemu=''

# The end of file for its reader, which may have something left to hand on.
exec 5<&-
outlives "$output" 25
say "exit $code"
exit 0
