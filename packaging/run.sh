#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and starts Sagascope on its embedded broker with live simulated traffic.
# Arguments go to the program: run.sh --bootstrap localhost:9092, run.sh --rate 2000, run.sh report --import file.jsonl.
# Without a display the same job is done as text and pictures.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
app=$root/build/release/app/sagascope
pictures=$root/build/screenshots

say() { printf 'sagascope: %s\n' "$*" >&2; }

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || { [ "$(uname -s)" = Darwin ] && [ -z "${SSH_CONNECTION:-}" ]; }
}

names_source() {
    local argument
    for argument in "$@"; do
        case $argument in --demo* | --bootstrap* | --profile* | --import*) return 0 ;; esac
    done
    return 1
}

"$here/build.sh" release sagascope

case ${1:-} in [a-z]* | -h | --help | --version) exec "$app" "$@" ;; esac

if has_display; then
    names_source "$@" || set -- --demo "$@"
    exec "$app" "$@"
fi

if [ $# -gt 0 ]; then
    names_source "$@" || set -- --demo "$@"
    say "no display: reporting as text"
    exec "$app" report "$@"
fi

demo=(--demo --seed 7 --rate 200 --duration 20)
say "no display: the demo's sagas as text, after 20 seconds of traffic"
"$app" report "${demo[@]}" --format text
say "no display: a picture of every room"
"$app" screenshot "${demo[@]}" --out "$pictures"
say "the pictures are in $pictures"
