#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, then configures and builds. Usage: build.sh PRESET [TARGET...]
# Speaks on stderr only, so that callers own stdout. Leaves the working directory alone: arguments may be relative.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
preset=${1:?"usage: build.sh PRESET [TARGET...]"}
shift
binary_dir=$root/build/$preset
purpose="test"
[ "$preset" != release ] || purpose=run

say() { printf 'sagascope: %s\n' "$*" >&2; }

case $(uname -s) in
Linux) "$here/linux/install.sh" "$purpose" ;;
Darwin)
    "$here/macos/install.sh" "$purpose"
    export CMAKE_PREFIX_PATH=$root/build/macos-prefix:$(brew --prefix)
    ;;
*)
    say "on Windows use packaging/windows/run.ps1 and test.ps1; other systems have no script here"
    exit 1
    ;;
esac

for tool in cmake ninja c++; do
    command -v "$tool" >/dev/null || { say "$tool is missing: install it and run this again"; exit 1; }
done

# Two checkouts share compiled objects: ccache sees paths relative to the checkout.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
if [ ! -f "$binary_dir/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$binary_dir/build.ninja" ]; then
    cmake -S "$root" --preset "$preset" >&2
fi
targets=()
[ $# -eq 0 ] || targets=(--target "$@")
cmake --build "$binary_dir" --parallel "$jobs" ${targets[@]+"${targets[@]}"} >&2
