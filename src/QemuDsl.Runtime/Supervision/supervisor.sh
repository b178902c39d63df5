# Starts one QEMU and ends it when its owner goes, whatever way the owner goes. POSIX sh; dash and busybox run it.
#
#   sh -c THIS qemu-dsl NONCE DIRECTORY CONSOLE PROGRAM ARGUMENTS…
#
# stdin and stdout are QMP, byte for byte; stderr carries frames, each with the nonce, so that nothing a guest prints can be one.
# CONSOLE is "console" when QEMU's stdout is the guest's console: it then goes to a FIFO that another process reads.
set -u
# PIPE: without it the shell dies writing to a dead channel before it has ended QEMU.
# INT and QUIT: keys of a terminal are for the owner, whose end is then ours.
trap '' PIPE INT QUIT
nonce=$1 directory=$2 console=$3
shift 3
self=$$ qemu='' input='' output='' errors=''

say() { printf '@@%s %s\n' "$nonce" "$*" >&2; }

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
    for child in $input $output $errors; do kill "$child" 2>/dev/null; done
    rm -rf "$directory"
}

trap end EXIT
trap 'exit 143' TERM HUP

mkfifo "$directory/qmp.in" "$directory/qmp.out" "$directory/err" "$directory/out" || exit 97
exec 3<&0 4<>"$directory/qmp.in"

# A line without an end would grow in memory for ever; where the limit ends this reader, QEMU writes on into nothing.
{ ulimit -v 131072 2>/dev/null; while IFS= read -r line || [ -n "$line" ]; do say "err $line"; done <"$directory/err"; } 3<&- 4<&- &
errors=$!

# QEMU before the readers of QMP: it has the longest way. A session of its own keeps Ctrl-C in a terminal away from it; pdeathsig takes it along
# when this shell gets kill -9.
if [ "$console" = console ]; then
    { exec setsid setpriv --pdeathsig KILL "$@" </dev/null >"$directory/out" 2>"$directory/err" 3<&- 4<&-; } &
else
    { exec setsid setpriv --pdeathsig KILL "$@" </dev/null 2>"$directory/err" >&2 3<&- 4<&-; } &
fi
qemu=$!
say "pid $qemu"

# Drains stdin from the first instant, also while QEMU waits for a peer before QMP exists. Its end is the end of the lease.
{ setpriv --pdeathsig KILL cat <&3 >&4 2>/dev/null 3<&-; kill -HUP "$self" 2>/dev/null; } &
input=$!
{ exec setpriv --pdeathsig KILL cat "$directory/qmp.out" 2>/dev/null 3<&- 4<&-; } &
output=$!
exec 3<&- 4<&-

wait "$qemu"
code=$?
qemu=''

# Opening each FIFO once unblocks a reader that QEMU never came to, and closing it is the end of file for it.
exec 5<>"$directory/qmp.out" 5>&-
exec 5<>"$directory/err" 5>&-
outlives "$output" 25
outlives "$errors" 25
say "exit $code"
exit 0
