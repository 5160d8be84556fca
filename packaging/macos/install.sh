#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the Brewfile names, and builds the two libraries that Homebrew lacks. Usage: install.sh run|test
# Runs with the bash 3.2 that macOS ships. Does nothing when all is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
purpose=${1:-run}
prefix=$root/build/macos-prefix

say() { printf 'sagascope: %s\n' "$*" >&2; }

if ! xcode-select -p >/dev/null 2>&1; then
    say "no compiler found: run 'xcode-select --install' first"
    exit 1
fi
if ! command -v brew >/dev/null; then
    say "Homebrew is missing: install it from https://brew.sh, then run this again"
    exit 1
fi
brew bundle check --no-upgrade --file "$here/Brewfile" >/dev/null 2>&1 ||
    brew bundle install --no-upgrade --file "$here/Brewfile" >&2

# from_source NAME REPOSITORY TAG-OR-COMMIT CMAKE-OPTION...
from_source() {
    local name=$1 repository=$2 revision=$3 work=$prefix/src/$1
    shift 3
    [ "$(cat "$prefix/$name.revision" 2>/dev/null)" != "$revision" ] || return 0
    say "building $name $revision"
    rm -rf "$work"
    git init -q "$work"
    git -C "$work" fetch -q --depth 1 "$repository" "$revision"
    git -C "$work" -c advice.detachedHead=false checkout -q FETCH_HEAD
    cmake -S "$work" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DCMAKE_PREFIX_PATH="$(brew --prefix)" "$@" >&2
    cmake --build "$work/build" --target install >&2
    echo "$revision" >"$prefix/$name.revision"
}

mkdir -p "$prefix"
from_source qcoro https://github.com/qcoro/qcoro.git v0.12.0 -DUSE_QT_VERSION=6 -DBUILD_TESTING=OFF \
    -DQCORO_BUILD_EXAMPLES=OFF -DQCORO_WITH_QTDBUS=OFF -DQCORO_WITH_QTNETWORK=OFF -DQCORO_WITH_QTWEBSOCKETS=OFF \
    -DQCORO_WITH_QTQUICK=OFF -DQCORO_WITH_QML=OFF -DQCORO_WITH_QTTEST=OFF
[ "$purpose" != test ] ||
    from_source rapidcheck https://github.com/emil-e/rapidcheck.git ff6af6fc683159deb51c543b065eba14dfcf329b \
        -DRC_ENABLE_GTEST=ON -DRC_ENABLE_TESTS=OFF
