#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the core and its unit tests with a sanitizer and runs them. Usage: sanitize.sh asan|tsan [GTEST-OPTION...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
preset=${1:?"usage: sanitize.sh asan|tsan [GTEST-OPTION...]"}
shift

# Hostile input is what the address sanitizer is there for; it has no threads that the other one could watch.
targets=(sagascope_unit_tests)
[ "$preset" != asan ] || targets+=(sagascope_robustness_tests)
"$here/build.sh" "$preset" "${targets[@]}"

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export LSAN_OPTIONS="suppressions=$root/tests/support/lsan.supp"
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:suppressions=$root/tests/support/tsan.supp"

# GCC's thread sanitizer cannot place its shadow memory where the kernel randomises addresses widely.
fixed_addresses=()
if [ "$preset" = tsan ] && setarch -R true 2>/dev/null; then
    fixed_addresses=(setarch -R)
fi
for target in "${targets[@]}"; do
    folder=${target#sagascope_}
    SAGASCOPE_ROUNDS=200000 ${fixed_addresses[@]+"${fixed_addresses[@]}"} \
        "$root/build/$preset/tests/${folder%_tests}/$target" "$@"
done
