# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and starts Sagascope on its embedded broker with live simulated traffic.
# Arguments go to the program: run.ps1 --bootstrap localhost:9092, run.ps1 report --import file.jsonl.
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot\build.ps1" release sagascope
$app = "$root\build\release\app\sagascope.exe"

$arguments = @($args)
$isCommand = $arguments.Count -gt 0 -and ($arguments[0] -match '^[a-z]' -or $arguments[0] -in '-h', '--help', '--version')
$namesSource = @($arguments | Where-Object { $_ -match '^--(demo|bootstrap|profile|import)' }).Count -gt 0
if (-not $isCommand -and -not $namesSource) { $arguments = @('--demo') + $arguments }

& $app @arguments
exit $LASTEXITCODE
