#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing from apt-packages.txt. Usage: install.sh run|test
# Asks dpkg first, so that nothing happens (and no network is used) when all is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
purpose=${1:-run}
export LC_ALL=C

say() { printf 'sagascope: %s\n' "$*" >&2; }

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "this Linux has no apt: packaging/linux/apt-packages.txt names what the build needs; going on with what is here"
    exit 0
fi

wanted() {
    grep -E '^[^#[:space:]]' "$here/apt-packages.txt" | if [ "$purpose" = test ]; then sed 's/^test: *//'; else grep -v '^test:'; fi
}

# The lines of which no alternative is installed.
missing() {
    local installed
    installed=$(wanted | tr '|' '\n' | tr -d ' ' | xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p' || true)
    wanted | awk -F ' *[|] *' -v installed="$installed" '
        BEGIN { count = split(installed, names, "\n"); for (i = 1; i <= count; i++) present[names[i]] = 1 }
        { for (i = 1; i <= NF; i++) if ($i in present) next; print }'
}

# The first name of `a | b` that this release can install.
available() {
    local name
    for name in ${1//|/ }; do
        if grep -q 'Candidate: [^(]' <<<"$(apt-cache policy "$name" 2>/dev/null)"; then
            echo "$name"
            return 0
        fi
    done
    say "apt knows no package '$1'; on Ubuntu, enable the component 'universe' and try again"
    return 1
}

lines=$(missing)
[ -n "$lines" ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        say "packages are missing, and installing them needs root or sudo: apt-get install $(sed 's/ *|.*//' <<<"$lines" | xargs)"
        exit 1
    fi
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
fi
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" >&2 </dev/null; }

apt update || say "apt-get update did not reach every source; trying with what is known"
packages=()
while IFS= read -r line; do
    packages+=("$(available "$line")")
done <<<"$lines"
say "installing ${packages[*]}"
apt install -y --no-install-recommends "${packages[@]}" || {
    say "apt-get could not install the packages above; its own message says why"
    exit 1
}
