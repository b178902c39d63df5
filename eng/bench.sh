#!/usr/bin/env bash
# Runs the benchmarks; arguments go to them, for example: eng/bench.sh --filter '*Start*'
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/lib.sh"
cd "$here/.."

quiet_dotnet
"$here/install.sh" demo
require_dotnet
exec dotnet run -c Release --project tests/QemuDsl.Benchmarks -- "$@"
