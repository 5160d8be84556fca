#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds the release with its measurements, runs them and prints a line each: name, value, unit, goal, ok or short.
# Usage: bench.sh [--full] [--only LETTERS] [--events N] [--rounds N] [--binaries FOLDER]
#   --full       with 10,000,000 events in captures; otherwise at sizes that fit ten minutes
#   --only a,f   some of them: a broker, b decode, c memory, d reopening, e search, f size, g start, h scrolling
#   --events N   so many events everywhere
#   --binaries   runs what was built there, and installs and builds nothing
# The lines come on stderr as they are measured, and as one table on stdout. A figure that falls short is a result; the
# status is 1 only when something could not be measured.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
broker_events=1000000
record_events=300000
memory_events=1000000
capture_events=1000000
start_events=2000
rounds=3
only=a,b,c,d,e,f,g,h
binaries=

say() { printf 'sagascope: %s\n' "$*" >&2; }

while [ $# -gt 0 ]; do
    case $1 in
    --full) record_events=1000000 memory_events=10000000 capture_events=10000000 ;;
    --only) only=${2:?"--only wants letters, such as a,f"} && shift ;;
    --events)
        broker_events=${2:?"--events wants a number"} record_events=$2 memory_events=$2 capture_events=$2
        shift
        ;;
    --rounds) rounds=${2:?"--rounds wants a number"} && shift ;;
    --binaries) binaries=${2:?"--binaries wants a folder"} && shift ;;
    *) say "unknown argument $1" && exit 2 ;;
    esac
    shift
done

if [ -z "$binaries" ]; then
    "$here/build.sh" bench sagascope sagascope_generate sagascope_speed sagascope_window_speed
    binaries=$root/build/bench
    export REQUIRE_KAFKA=${REQUIRE_KAFKA:-1}
fi
tools=$binaries/tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/sagascope-bench.XXXXXX")
screen=
trap '[ -z "$screen" ] || kill "$screen"; rm -rf "$work"' EXIT
lines=$work/lines
failures=0
: >"$lines"

wants() { [[ ,$only, == *,$1,* ]]; }

# Runs one measurement, shows its lines at once and keeps them. One that the machine cannot make (no Java, say) fails
# only where everything has to be there.
measure() {
    local status=0
    "$@" >"$work/output" || status=$?
    tee -a "$lines" <"$work/output" >&2
    [ "$status" -ne 77 ] || [ "${REQUIRE_KAFKA:-}" = 1 ] || return 0
    [ "$status" -eq 0 ] || failures=$((failures + 1))
}

# A screen that nobody looks at, of one size for everybody; without one the window is painted off the screen. The server
# chooses its number itself, so that no two of them meet.
with_screen() {
    if [ -z "$screen" ] && command -v Xvfb >/dev/null; then
        Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
        screen=$!
        while [ ! -s "$work/display" ] && kill -0 "$screen" 2>/dev/null; do sleep 0.1; done
    fi
    if [ -s "$work/display" ]; then
        DISPLAY=:$(cat "$work/display") QT_QPA_PLATFORM=xcb "$@"
    else
        QT_QPA_PLATFORM=offscreen "$@"
    fi
}

# The capture of so many events as a session leaves it, made once; the values beside it where the shell's tools are to
# read them.
make_capture() {
    [ ! -f "$work/$1.sagascope" ] || return 0
    say "making $1 events"
    if wants e && [ "$1" = "$capture_events" ]; then
        "$tools/generate" --count "$1" --capture "$work/made.sagascope" --values - | zstd -q -3 -o "$work/values.zst"
    else
        "$tools/generate" --count "$1" --capture "$work/made.sagascope"
    fi
    "$binaries/app/sagascope" report --import "$work/made.sagascope" --capture "$work/$1.sagascope" --where key:none --quiet >/dev/null
    rm "$work/made.sagascope"
}

# A measurement on a capture: the size, then the command.
measure_capture() {
    local events=$1
    shift
    make_capture "$events"
    measure "$@" --capture "$work/$events.sagascope"
}

machine() {
    local processor
    processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)
    printf '%s, %s processors, %s\n' "${processor:-$(uname -m)}" "$(getconf _NPROCESSORS_ONLN)" "$(uname -sr)"
}

core=$tools/sagascope_speed
window=$tools/sagascope_window_speed
if wants a; then
    measure "$core" broker --events "$broker_events" --rounds "$rounds"
    measure "$core" ledger --events "$record_events" --rounds "$rounds"
fi
if wants b; then measure "$core" decode --events "$record_events" --rounds "$rounds"; fi
if wants c; then measure_capture "$memory_events" "$core" memory; fi
if wants f; then measure_capture "$capture_events" "$core" size; fi
if wants d; then measure_capture "$capture_events" with_screen "$window" reopen --rounds 1; fi
if wants e; then
    measure_capture "$capture_events" env QT_QPA_PLATFORM=offscreen "$window" search --rounds "$rounds" --values "$work/values.zst"
fi
if wants g; then
    measure_capture "$start_events" with_screen "$window" start --rounds "$rounds" --program "$binaries/app/sagascope"
fi
if wants h; then measure_capture "$capture_events" with_screen "$window" scroll; fi

printf '%s\n' "$(machine)"
printf 'events: %s from the broker, %s decoded, %s in captures; rounds: %s\n\n' "$broker_events" "$record_events" "$capture_events" "$rounds"
awk 'BEGIN { printf "%-32s %12s %-12s %12s %s\n", "name", "value", "unit", "goal", "" }
     { printf "%-32s %12s %-12s %12s %s\n", $1, $2, $3, $4, $5 }' "$lines"
if [ "$failures" -gt 0 ]; then
    say "$failures could not be measured"
    exit 1
fi
