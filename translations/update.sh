#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the translation files up to date with the sources: update.sh [lupdate] [folder of the .ts files]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
lupdate=${1:-lupdate}
folder=${2:-$here}
sources=("$root/core/base" "$root/ui" "$root/app")
# The include path matters: without the headers a string gets another context than at run time.
options=(-I "$root" -silent -locations none -no-obsolete -extensions cpp,h)
# No short cuts for the reader's sake: what lupdate guesses from similar texts would have to be checked by hand.
options+=(-disable-heuristic sametext -disable-heuristic similartext -disable-heuristic number)
"$lupdate" "${options[@]}" "${sources[@]}" -ts "$folder/sagascope_fr.ts" -target-language fr
"$lupdate" "${options[@]}" -pluralonly "${sources[@]}" -ts "$folder/sagascope_en.ts" -target-language en
