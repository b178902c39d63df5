# Gives threads their CPUs and their scheduling, then prints what the kernel made of it.
#
#   sh -c THIS qemu-dsl [THREAD PROCESS CPUS POLICY PRIORITY]…
#
# CPUS and POLICY may be "-": left as they are. PROCESS is whose thread it must be, or the number has gone to another one meanwhile.
# For each thread: "gone ID", or "error ID TEXT" for every refusal and then "state ID CPUS POLICY PRIORITY".
set -f
export LC_ALL=C

field() {
    while read -r key value; do
        if [ "$key" = "$2" ]; then printf '%s' "$value"; fi
    done 2>/dev/null <"/proc/$1/status"
}

# Unquoted on purpose: what was several lines becomes one.
refused() { if [ -n "$2" ]; then echo error "$1" $2; fi; }

while [ $# -ge 5 ]; do
    thread=$1 process=$2 cpus=$3 policy=$4 priority=$5
    shift 5
    if [ "$(field "$thread" Tgid: 2>/dev/null)" != "$process" ]; then
        echo gone "$thread"
        continue
    fi
    if [ "$cpus" != - ]; then
        refused "$thread" "$(taskset -cp "$cpus" "$thread" 2>&1 >/dev/null)"
    fi
    case $policy in
        Other) refused "$thread" "$(chrt -o -p 0 "$thread" 2>&1 >/dev/null)" ;;
        Fifo) refused "$thread" "$(chrt -f -R -p "$priority" "$thread" 2>&1 >/dev/null)" ;;
        RoundRobin) refused "$thread" "$(chrt -r -R -p "$priority" "$thread" 2>&1 >/dev/null)" ;;
    esac
    allowed=$(field "$thread" Cpus_allowed_list: 2>/dev/null)
    scheduling=$(chrt -p "$thread" 2>/dev/null)
    if [ -z "$allowed" ] || [ -z "$scheduling" ]; then
        echo gone "$thread"
        continue
    fi
    # "pid 7's current scheduling policy: SCHED_RR|SCHED_RESET_ON_FORK" and a line "… priority: 1"; unquoted, its newline goes.
    policy=${scheduling#*policy: }
    echo state "$thread" "$allowed" ${policy%%pid*} ${scheduling##*priority: }
done
exit 0
