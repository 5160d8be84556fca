#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and runs the tests. Usage: test.sh [--long] [CTEST-OPTION...]
# --long also runs the tests labelled long: full counts, and the core under the sanitizers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
long=
if [ "${1:-}" = --long ]; then
    long=yes
    shift
fi

"$here/build.sh" dev

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
status=0
ctest --test-dir "$root/build/dev" --output-on-failure --no-tests=error --parallel "$jobs" -LE long "$@" || status=$?
if [ -n "$long" ]; then
    ctest --test-dir "$root/build/dev" --output-on-failure --no-tests=error -L long "$@" || status=$?
fi
exit "$status"
