#!/usr/bin/env bash
# From a fresh Debian or Ubuntu with the .NET SDK to a booted virtual machine: installs what is missing (saying what and
# why), builds, boots the tiny Linux with samples/HelloVm and shows phases and times. Ends with the sample's exit code.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"
cd "$here/.."

quiet_dotnet
"$here/install.sh" demo
require_dotnet
"$here/tiny-linux.sh"
linux="$(cache_folder)/tiny-linux"
say "building samples/HelloVm"
dotnet build samples/HelloVm -c Release -v quiet -nologo >&2
say "booting the tiny Linux"
exec dotnet run --project samples/HelloVm -c Release --no-build -- "$linux/vmlinuz" "$linux/initrd"
