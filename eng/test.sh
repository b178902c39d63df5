#!/usr/bin/env bash
# Installs what the tests need, builds everything (warnings are errors), checks the format and runs every test project
# of the solution. Ends with one line: "N passed, N failed, N skipped". The exit code is 0 only when nothing failed and,
# where CI is set, nothing was skipped.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"
cd "$here/.."

solution=QemuDsl.sln
# Longer than any test project takes on two busy cores; it only ends one that hangs.
project_limit=30m
# These look at what is one for the whole machine, huge pages and the kernel's count of processes it ended for want of memory, so they never
# run at the same time.
sharing='/QemuDsl\.(Nfv|Runtime|Ssh)\.Tests\.csproj$'

main() {
    quiet_dotnet
    "$here/install.sh" test
    require_dotnet
    "$here/tiny-linux.sh"
    "$here/tiny-disk.sh"
    "$here/host-kernel.sh"
    # One test needs it, and says so.
    "$here/cloud-init.sh" || true
    "$here/qemu-10.sh"
    build
    run_tests
}

build() {
    say "restoring"
    dotnet restore "$solution" -v quiet
    say "building (Release)"
    dotnet build "$solution" -c Release --no-restore -v quiet -nologo
}

# Two lanes, because VMs wait more than they work and compilers do the opposite.
run_tests() {
    local passed=0 failed=0 skipped=0 broken=() forgotten project others sharers
    results="$(mktemp -d)"
    trap 'rm -rf "$results"' EXIT
    trap 'kill $(jobs -p) 2>/dev/null; wait; exit 130' INT TERM HUP
    mapfile -t others < <(test_projects | grep -vE "$sharing")
    mapfile -t sharers < <(test_projects | grep -E "$sharing")
    # With job control each is a process group of its own: Ctrl-C comes to this script, which ends them.
    set -m
    lane "${others[@]}" format &
    lane "${sharers[@]}" with-qemu-10 &
    set +m
    wait
    for project in "${others[@]}" "${sharers[@]}" with-qemu-10 with-qemu-10-by-ssh format; do
        add_summary "$(basename "$project" .csproj)"
    done

    # A project that the solution forgot would never run, and nobody would notice.
    forgotten="$(LC_ALL=C comm -23 <(printf '%s\n' tests/*.Tests/*.csproj | LC_ALL=C sort) <(test_projects))"
    [[ -z "$forgotten" ]] || broken+=("$solution lacks ${forgotten//$'\n'/ }")
    [[ $((passed + failed)) -gt 0 ]] || die "no test ran: $solution names no project under tests/ that ends in .Tests.csproj"
    [[ $skipped -eq 0 ]] || list_skipped
    [[ ${#broken[@]} -eq 0 ]] || printf 'Broken: %s\n' "${broken[@]}"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [[ $failed -eq 0 && ${#broken[@]} -eq 0 ]] && [[ -z "${CI:-}" || $skipped -eq 0 ]]
}

# lane PROJECT...: one after the other. What a project prints is shown when it has ended.
lane() {
    local project name='' running=''
    trap '[[ -z "$running" ]] || kill "$running" 2>/dev/null; cat "$results/$name.log"; exit 143' TERM
    for project in "$@"; do
        name="$(basename "$project" .csproj)"
        say "running $name"
        case "$project" in
            format) check_format ;;
            with-qemu-10) run_with_qemu_10 ;;
            *) run_project "$project" "$name" ;;
        esac >"$results/$name.log" 2>&1
        flock "$results" cat "$results/$name.log"
    done
}

check_format() {
    local broken=''
    dotnet format whitespace "$solution" --no-restore --verify-no-changes || broken="is not kept; dotnet format whitespace $solution mends it"
    echo "0 0 0 $broken" >"$results/format.summary"
}

# The tests of the runtime once more, with QEMU 10 first on PATH, and over SSH those that depend most on what a QEMU does. Those of capabilities
# stay out: they ask every QEMU by themselves.
run_with_qemu_10() {
    local name="QemuDsl.Runtime.Tests" programs class by_ssh=()
    for class in TestedQemu Start Stop SerialConsole BootFailure HotPlug Snapshot Screenshot Reset GuestAgent Forward Peer BackEnd Death ExitCause Artifact; do
        by_ssh+=(-class "$name.${class}Tests")
    done
    programs="$(cache_folder)/qemu-10/bin"
    if [[ ! -x "$programs/qemu-system-x86_64" ]]; then
        say "the tests with QEMU 10: skipped, because it is not there"
        echo "0 0 1" | tee "$results/with-qemu-10.summary" >"$results/with-qemu-10-by-ssh.summary"
        return
    fi

    export QEMU_DSL_TESTED_QEMU=10
    PATH="$programs:$PATH" run_project "tests/$name/$name.csproj" with-qemu-10 -namespace- "$name.Capabilities"
    PATH="$programs:$PATH" run_project tests/QemuDsl.Ssh.Tests/QemuDsl.Ssh.Tests.csproj with-qemu-10-by-ssh "${by_ssh[@]}"
    unset QEMU_DSL_TESTED_QEMU
}

add_summary() {
    local project_passed=0 project_failed=1 project_skipped=0 project_broken='was not run'
    [[ ! -s "$results/$1.summary" ]] || read -r project_passed project_failed project_skipped project_broken <"$results/$1.summary"
    passed=$((passed + project_passed)) failed=$((failed + project_failed)) skipped=$((skipped + project_skipped))
    [[ -z "$project_broken" ]] || broken+=("$1 $project_broken")
}

test_projects() {
    dotnet sln "$solution" list | grep -E '^tests/.*\.Tests\.csproj$' | LC_ALL=C sort
}

# run_project PROJECT NAME [OPTION...]: leaves a summary, "PASSED FAILED SKIPPED" and what happened when the project did not end as
# its report says. A broken project counts as one failed test more.
run_project() {
    local report="$results/$2.xml" code=0 started=$SECONDS broken='' passed failed skipped
    timeout --kill-after=30s "$project_limit" \
        dotnet run --project "$1" -c Release --no-build -- -noLogo -noColor "${@:3}" -result-xml "$report" </dev/null &
    running=$!
    wait "$running" || code=$?
    running=''
    passed="$(sum passed "$report")"
    failed=$(($(sum failed "$report") + $(sum errors "$report")))
    skipped="$(sum skipped "$report")"
    if [[ $code -eq 124 || $code -eq 137 ]]; then
        broken="did not end within $project_limit"
    elif [[ ! -s "$report" ]]; then
        broken="ended with code $code and left no report"
    elif [[ $code -ne 0 && $failed -eq 0 ]]; then
        broken="ended with code $code though no test failed"
    fi
    [[ -z "$broken" ]] || failed=$((failed + 1))
    echo "$passed $failed $skipped $broken" >"$results/$2.summary"
    say "$2: $passed passed, $failed failed, $skipped skipped, $((SECONDS - started)) s"
}

# sum ATTRIBUTE REPORT: of all assemblies in an xUnit v2 report.
sum() {
    [[ -s "$2" ]] || { echo 0; return; }
    awk -v RS='<' -v attribute="$1" '
        /^assembly / && match($0, " " attribute "=\"[0-9]+\"") {
            value = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", value); total += value
        }
        END { print total + 0 }' "$2"
}

list_skipped() {
    echo 'Skipped:'
    awk -v RS='<' '
        function plain(text) {
            gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/\\?&quot;/, "\"", text); gsub(/&amp;/, "\\&", text)
            return text
        }
        /^test / && match($0, / name="[^"]*"/) { name = substr($0, RSTART + 7, RLENGTH - 8) }
        /^reason>/ { print "  " plain(name) ": " plain(substr($0, 8)) }' "$results"/*.xml
}

main "$@"
