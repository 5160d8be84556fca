# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and runs the tests. Usage: test.ps1 [--long] [CTEST-OPTION...]
# The tests that need POSIX processes, a real broker among them, and the sanitizers run on Linux and macOS only.
$ErrorActionPreference = 'Stop'
$options = @($args)
$isLong = $options -contains '--long'
$options = @($options | Where-Object { $_ -ne '--long' })
. "$PSScriptRoot\build.ps1" dev

$tests = "$root\build\dev"
ctest --test-dir $tests --output-on-failure --no-tests=error --parallel $env:NUMBER_OF_PROCESSORS -LE long @options
$status = $LASTEXITCODE
if ($isLong) {
    ctest --test-dir $tests --output-on-failure -L long @options
    if ($LASTEXITCODE -ne 0) { $status = $LASTEXITCODE }
}
exit $status
