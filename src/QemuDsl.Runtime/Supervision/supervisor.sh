# Starts one QEMU and ends it when its owner goes, whatever way the owner goes. POSIX sh; dash and busybox run it.
#
#   sh -c THIS qemu-dsl NONCE DIRECTORY CONSOLE SECRETS LIFETIME REQUESTS QMP PROGRAM ARGUMENTS…
#
# One exec does all of a start: on a host that is far away each costs two round trips.
# stdin and stdout are QMP, byte for byte, after a preamble on stdin: SECRETS lines "NAME BASE64", each to become a file, and one line with
# the end of a JSON object for the file state.json.
# stderr is QEMU's own, live, with frames between its lines: each has the nonce, so that nothing that a guest prints can be one, and begins
# with a line feed, because what QEMU wrote last may have none.
# CONSOLE is "console" when QEMU's stdout is the guest's console: it then goes to a FIFO that another process reads.
# LIFETIME is in seconds. 0: QEMU never outlives its owner. Else it does once DIRECTORY/detached is there, and ends when that time is over;
# what it writes is then kept in DIRECTORY/serial.log and DIRECTORY/stderr.log, two files of about a mebibyte each.
# REQUESTS is "requests" when the owner has something to be run before the guest does, such as what gives threads their CPUs: behind the
# preamble come requests then, between lines of QMP, up to a line "@@NONCE go".
# QMP is "socket" when QEMU connects to a socket of its owner, who is on this machine and has made DIRECTORY: stdin and stdout carry no QMP
# then, and a start takes half the programs.
set -u
# PIPE: without it the shell dies writing to a dead channel before it has ended QEMU.
# INT and QUIT: keys of a terminal are for the owner, whose end is then ours.
trap '' PIPE INT QUIT
nonce=$1 directory=$2 console=$3 secrets=$4 lifetime=$5 requests=$6 qmp=$7
shift 7
self=$$ qemu='' helpers='' output='' errors='' made=''

say() { printf '\n@@%s %s\n' "$nonce" "$*" >&2; }

# Sets began to when a process started, in clock ticks: its number alone may be another process later. The fields of its stat come behind
# the name, which may hold blanks. Builtins only, a fork would hold up QEMU's readers.
stamp() {
    stat=''
    read -r stat <"/proc/$1/stat"
    # shellcheck disable=SC2086 # Fields.
    twentieth ${stat##*) }
}
twentieth() { began=0; if [ $# -gt 19 ]; then shift 19; began=$1; fi; }

# Sets ooms to how often the kernel has ended a process for want of memory: in our control group, else on the whole host. Builtins only.
ooms() {
    ooms='' files=''
    while IFS=: read -r _ controllers path; do
        case ,$controllers, in
            ,,) files="$files /sys/fs/cgroup$path/memory.events" ;;
            *,memory,*) files="/sys/fs/cgroup/memory$path/memory.oom_control $files" ;;
        esac
    done </proc/self/cgroup
    for file in $files /proc/vmstat; do
        [ -r "$file" ] || continue
        while read -r name value; do
            if [ "$name" = oom_kill ]; then ooms=$value; return; fi
        done <"$file"
    done
}

has() {
    case $1 in
        */*) [ -f "$1" ] && [ -x "$1" ] ;;
        *) command -v -- "$1" >/dev/null ;;
    esac
}

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
    trap '' TERM HUP USR1 USR2 EXIT
    if [ -n "$qemu" ] && alive "$qemu"; then
        kill -TERM "$qemu" 2>/dev/null
        if outlives "$qemu" 25; then
            say killed
            kill -KILL "$qemu" 2>/dev/null
            # A process in uninterruptible sleep outlives even that: it is reported, never waited on forever.
            if outlives "$qemu" 100; then say "stuck $qemu"; fi
        fi
    fi
    for child in $helpers $output $errors; do kill "$child" 2>/dev/null; done
    [ -n "$made" ] || return 0
    # Open while it goes, or a reader of the console that comes just now would wait for a writer for ever.
    if [ "$console" = console ]; then rm -rf "$directory" 7<>"$directory/out" 2>/dev/null && return 0; fi
    rm -rf "$directory"
}

# The owner has gone. What QEMU says is read on, or QMP would pile up in its memory and a full pipe would stop it.
leave() {
    [ -e "$directory/detached" ] || exit 143
    kill "$output" $errors 2>/dev/null
    exec </dev/null >/dev/null 2>&1
    setpriv --pdeathsig KILL cat <"$directory/qmp.out" 5<&- 8<&- &
    output=$!
    record stderr
    errors=$!
}

# Takes requests up to a line "@@NONCE go", each "@@NONCE run ID COUNT", a program as base64 and COUNT arguments, a line each. Lines of QMP
# are handed on. The end of stdin is the end.
serve() {
    while IFS= read -r line; do
        case $line in
            "@@$nonce go") return 0 ;;
            "@@$nonce run "*)
                # shellcheck disable=SC2086 # Fields.
                answer ${line#"@@$nonce run "} || return 1
                ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
    return 1
}

# Runs one beside, because the end of stdin must be seen while it hangs. In a session, and so a group, of its own, by which it is ended with
# all it has started.
answer() {
    id=$1 count=$2
    IFS= read -r program || return 1
    set --
    while [ "$count" -gt 0 ]; do
        IFS= read -r word || return 1
        set -- "$@" "$word"
        count=$((count - 1))
    done
    read -r reader _ </proc/self/stat
    setsid setpriv --pdeathsig USR2 sh -c "$frames" qemu-dsl "$reader" "$nonce" "$id" "$program" "$@" </dev/null >/dev/null 7>&- &
}

# Tells this shell, if it still is the parent of what calls it, and continues it: somebody may have stopped it, and its time is over all the same.
tell() {
    read -r _ _ _ parent _ </proc/self/stat
    if [ "$parent" = "$self" ]; then kill -"$1" "$self" && kill -CONT "$self"; fi
}

# Keeps what comes out of the FIFO $1 in $1.log.
record() { exec setpriv --pdeathsig KILL sh -c "$keep" qemu-dsl "$self" "$directory/$1" </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- 6<&- 8<&- & }

trap end EXIT
trap 'exit 143' TERM
# USR2 from ourselves. A shell that was started with a signal ignored cannot trap it, and nohup ignores HUP.
trap leave HUP USR2
trap 'say expired; exit 143' USR1

program=$1
has "$program" || { say missing program; exit 95; }
for helper in setpriv setsid; do has "$helper" || { say "missing $helper"; exit 95; }; done


read -r boot </proc/sys/kernel/random/boot_id
ooms
before=$ooms
stamp 1 2>/dev/null
init=$began
stamp "$self"
[ "$qmp" = socket ] || mkdir -m 700 "$directory" || exit 96
made=yes
# Before anything that has to be cleaned up: this is how a sweep tells what a dead owner left from what is somebody's, and by the age of
# process 1 that its numbers are those of another PID namespace.
printf '%s %s %s %s\n' "$self" "$began" "$boot" "$init" >"$directory/owner" || exit 96

exec 3<&0
while [ "$secrets" -gt 0 ]; do
    read -r name text <&3 && (umask 077 && printf %s "$text" | base64 -d >"$directory/$name") || exit 96
    secrets=$((secrets - 1))
done
unset text

# Held open both ways, a FIFO can be opened by anybody else without waiting, and nobody is left waiting for a QEMU that never came.
commands='' answers='' words='' serial='' stderr=''
if [ "$qmp" != socket ]; then commands=$directory/qmp.in answers=$directory/qmp.out; fi
if [ "$console" = console ]; then words=$directory/out; fi
if [ "$lifetime" -gt 0 ]; then serial=$directory/serial stderr=$directory/stderr; fi
if [ -n "$commands$words$serial" ]; then
    mkfifo ${commands:+"$commands" "$answers"} ${words:+"$words"} ${serial:+"$serial" "$stderr"} || exit 96
fi
if [ -n "$commands" ]; then exec 4<>"$commands" 5<>"$answers" 6<"$answers"; fi

# kill -9 of this shell takes its children along by pdeathsig. A shell that was killed before a child had asked for that is seen by the
# parent which the child has then. The console is opened behind that: opening it waits for its reader.
start='[ "$PPID" = "$1" ] || exit 0
if [ "$2" = console ]; then exec >"$3/out"; else exec >&2; fi
shift 3; exec "$@"'
# A program of a request. What it prints comes in frames "line ID TEXT", "done ID" behind them. pdeathsig reaches a child and not what that has
# started, so the signal is made one to the group. In the foreground the program would hold up the trap.
frames='trap "kill -KILL 0" USR2
[ "$PPID" = "$1" ] || exit 0
nonce=$2 id=$3 program=$4 guard="[ \"\$PPID\" = \"\$1\" ] || exit 0; shift"
shift 4
say() { printf "\n@@%s %s\n" "$nonce" "$*" >&2; }
setpriv --pdeathsig KILL sh -c "$guard
$(printf %s "$program" | base64 -d)" qemu-dsl $$ "$@" 2>&1 |
    while IFS= read -r line; do say "line $id $line"; done &
wait
say "done $id"'
expire='[ "$PPID" = "$1" ] || exit 0
setpriv --pdeathsig KILL sleep "$2" & wait; kill -USR1 "$1"; kill -CONT "$1"'
# Every read is written at once, so that the log is never behind; two files of a mebibyte or a little more. When the disk is full what comes
# is lost, and then writing is tried again: a FIFO that nobody reads would stop QEMU.
keep='[ "$PPID" = "$1" ] || exit 0
umask 077
exec <"$2"; before=0
while :; do
    if ! dd bs=4096 count=256 >>"$2.log"; then
        [ "$(dd bs=65536 count=16 | wc -c)" -gt 0 ] || exit 0
        continue
    fi
    size=$(wc -c <"$2.log") && [ "$size" -gt "$before" ] || exit 0
    before=$size
    if [ "$size" -gt 1048576 ]; then mv -f "$2.log" "$2.log.1"; before=0; fi
done'

if [ "$lifetime" -gt 0 ]; then
    : >"$directory/exit"
    exec 8<>"$stderr"
    record serial
    helpers=$!
    cat <"$stderr" >&2 3<&- 4<&- 5<&- 6<&- 8<&- &
    errors=$!
    { exec setpriv --pdeathsig KILL sh -c "$expire" qemu-dsl "$self" "$lifetime" </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- 6<&- 8<&-; } &
    helpers="$helpers $!"
fi

# QEMU before the readers of QMP: it has the longest way. A session of its own keeps Ctrl-C in a terminal away from it.
{
    if [ -n "$stderr" ]; then exec 2>"$stderr" 8<&-; fi
    exec setsid setpriv --pdeathsig KILL sh -c "$start" qemu-dsl "$self" "$console" "$directory" "$@" </dev/null 3<&- 4<&- 5<&- 6<&-
} &
qemu=$!
stamp "$qemu"
printf '%s %s %s\n' "$qemu" "$began" "$boot" >>"$directory/owner"
say "pid $qemu $began $boot"

if [ -n "$answers" ]; then
    { exec cat <&6 2>/dev/null 3<&- 4<&- 5<&- 6<&-; } &
    output=$!
fi

# A reader that comes while it is written sees no JSON yet. It is there before QMP answers anything.
if IFS= read -r state <&3; then
    umask 077
    printf '{"pid":%s,"startTime":%s,"bootId":"%s",%s\n' "$qemu" "$began" "$boot" "$state" >"$directory/state.json" || exit 96
fi

# Drains stdin from then on, also while QEMU waits for a peer before QMP exists. Its end is the end of the lease. A part of this shell,
# because every program more takes as long as a fiftieth of a boot. When this shell is killed it stays until its owner, who sees that, has
# closed stdin; it writes to nobody then, because only this shell and QEMU read.
{
    if [ "$requests" != requests ] || serve; then
        exec 2>/dev/null
        if [ -n "$commands" ]; then cat; else while read -r _; do :; done; fi
    fi
    tell USR2
} <&3 >"${commands:-/dev/null}" 3<&- 4<&- 5<&- 6<&- &
helpers="$helpers $!"
exec 3<&- 6<&-

# A signal that does not end us, such as that of an owner who left QEMU to itself, ends the wait.
code=0
while :; do
    wait "$qemu"
    code=$?
    # Not with jobs: what was collected by that is lost for wait.
    kill -0 "$qemu" 2>/dev/null || break
done
qemu=''

# The reader of stdin that finds nobody to write to any more is no owner who has gone: how QEMU ended is told all the same.
trap '' HUP USR1 USR2

# The end of file for their readers, which may have something left to hand on.
exec 4<&- 5<&- 8<&-
for child in $output $errors; do outlives "$child" 25; done
oom=''
if [ "$code" = 137 ]; then
    ooms
    if [ "$ooms" != "$before" ]; then oom=' oom'; fi
fi
say "exit $code$oom"
if [ "$lifetime" -gt 0 ]; then echo "$code$oom" >"$directory/exit"; fi
exit 0
