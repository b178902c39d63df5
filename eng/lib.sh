# shellcheck shell=bash
# What the scripts in this folder share; sourced, never run.

if [[ -t 2 ]]; then
    bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'
else
    bold='' red='' plain=''
fi

# say TEXT...: what happens now.
say() {
    printf '%s==>%s %s\n' "$bold" "$plain" "$*" >&2
}

# die TEXT...: what went wrong and what to do about it.
die() {
    printf '%serror:%s %s\n' "$red" "$plain" "$*" >&2
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# Folder for what is downloaded or built once and used by many runs.
cache_folder() {
    local folder="${QEMU_DSL_CACHE:-${XDG_CACHE_HOME:-${HOME:?HOME is not set: set QEMU_DSL_CACHE to a folder for downloads}/.cache}/qemu-dsl}"
    mkdir -p "$folder"
    (cd "$folder" && pwd)
}

# private_apt FOLDER: prepares apt options that keep its lists and downloads in FOLDER, so that no root is needed, the
# machine's own lists stay as they are and can be as old as they like. The machine's sources are used. Sets apt_options.
private_apt() {
    local folder="$1"
    mkdir -p "$folder/state/lists/partial" "$folder/cache/archives/partial"
    # Container images hook in commands that empty the machine's own package cache.
    printf '#clear %s;\n' APT::Update::Pre-Invoke APT::Update::Post-Invoke APT::Update::Post-Invoke-Success >"$folder/apt.conf"
    # shellcheck disable=SC2034 # read by the scripts that source this file
    apt_options=(
        -qq
        "-c=$folder/apt.conf"
        -o "Dir::State=$folder/state"
        -o "Dir::State::status=/var/lib/dpkg/status"
        -o "Dir::Cache=$folder/cache"
        -o "APT::Sandbox::User=$(id -un)"
        -o "Acquire::Languages=none"
        -o "Acquire::Retries=3"
        -o "Debug::NoLocking=1"
    )
}

# kernel_package META...: the real package behind the first of the meta packages that this machine's sources have.
kernel_package() {
    local meta real
    for meta in "$@"; do
        real="$(apt-cache "${apt_options[@]}" depends "$meta" 2>/dev/null | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)$/\1/p' | head -n 1)"
        if [[ -n "$real" ]]; then
            printf '%s\n' "$real"
            return
        fi
    done
    die "none of these is in this machine's apt sources, or no source could be reached: $*"
}

# publish STAMP BUILT NAME: makes the finished folder BUILT visible as CACHE/NAME in one step and drops older ones.
publish() {
    local stamp="$1" built="$2" name="$3" cache old
    cache="$(cache_folder)"
    rm -rf "${cache:?}/$name-$stamp"
    mv -T "$built" "$cache/$name-$stamp"
    ln -sfn "$name-$stamp" "$cache/$name.new"
    mv -T "$cache/$name.new" "$cache/$name"
    for old in "$cache/$name-"*; do
        [[ "$old" == "$cache/$name-$stamp" ]] || rm -rf "$old"
    done
}

# published STAMP NAME: is CACHE/NAME what STAMP would build?
published() {
    [[ "$(readlink "$(cache_folder)/$2" 2>/dev/null)" == "$2-$1" ]]
}

# The .NET SDK that global.json asks for; without ICU libraries it runs in invariant mode, which is all the build needs.
require_dotnet() {
    have dotnet || die "the .NET 10 SDK is missing: install it (https://dot.net) so that 'dotnet' is on the PATH."
    # In a shell of its own, which keeps its "Aborted" to itself.
    if ! (dotnet --version || exit 1) >/dev/null 2>&1; then
        export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
    fi
    dotnet --version >/dev/null || die "'dotnet' does not run here, or is not the SDK that global.json names; its message is above."
}

# quiet_dotnet: no banner, no telemetry, and no build processes that outlive the script.
quiet_dotnet() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
}
