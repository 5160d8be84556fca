# SPDX-License-Identifier: GPL-3.0-or-later
# Configures and builds a preset with MSVC 2022 and vcpkg. Usage: build.ps1 PRESET [TARGET...]
# Leaves the environment ready to run what was built: PATH, Qt's plugins and Graphviz's plugins.
param(
    [Parameter(Mandatory = $true)][ValidateSet('release', 'dev')][string]$Preset,
    [Parameter(ValueFromRemainingArguments = $true)][string[]]$Targets
)
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$build = "$root\build\$Preset"
$vcpkgTag = '2025.06.13'

function Stop-WithLine([string]$Line) {
    [Console]::Error.WriteLine("sagascope: $Line")
    exit 1
}

function Invoke-Checked([string]$What, [scriptblock]$Command) {
    & $Command | Out-Host
    if ($LASTEXITCODE -ne 0) { Stop-WithLine "$What failed; its own message is above" }
}

function Enter-Compiler {
    if ($env:VSCMD_VER) { return }
    $vswhere = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
    if (-not (Test-Path $vswhere)) {
        Stop-WithLine 'Visual Studio 2022 is missing: winget install Microsoft.VisualStudio.2022.BuildTools, with the C++ workload'
    }
    $studio = & $vswhere -latest -products * -version '[17.0,)' `
        -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    if (-not $studio) { Stop-WithLine 'Visual Studio is there, but not its C++ workload: add it in the Visual Studio Installer' }
    $directory = Get-Location
    & "$studio\Common7\Tools\Launch-VsDevShell.ps1" -Arch amd64 -HostArch amd64 -SkipAutomaticLocation | Out-Null
    Set-Location $directory
}

# SAGASCOPE_VCPKG_ROOT names a vcpkg of one's own; otherwise a pinned one lives in the build folder. VCPKG_ROOT is not
# asked: Visual Studio points it at a copy that refuses manifests without a baseline.
function Find-Vcpkg {
    if ($env:SAGASCOPE_VCPKG_ROOT) { return $env:SAGASCOPE_VCPKG_ROOT }
    $own = "$root\build\vcpkg"
    if (-not (Test-Path "$own\vcpkg.exe")) {
        if (Test-Path $own) { Remove-Item -Recurse -Force $own }
        Invoke-Checked 'Fetching vcpkg' {
            git -c advice.detachedHead=false clone --quiet --depth 1 --branch $vcpkgTag https://github.com/microsoft/vcpkg.git $own
        }
        Invoke-Checked 'Preparing vcpkg' { & "$own\bootstrap-vcpkg.bat" -disableMetrics }
    }
    return $own
}

if (-not (Get-Command git -ErrorAction SilentlyContinue)) { Stop-WithLine 'git is missing: winget install Git.Git' }
Enter-Compiler
foreach ($tool in 'cmake', 'ninja', 'cl') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
        Stop-WithLine "$tool is missing: add 'C++ CMake tools for Windows' in the Visual Studio Installer"
    }
}
$vcpkg = Find-Vcpkg
# Each build folder has its own installed libraries; vcpkg's cache sees to it that they are compiled once.
$libraries = "$build\vcpkg_installed\x64-windows"
$features = if ($Preset -eq 'dev') { 'tests' } else { '' }

$isConfigured = Test-Path "$build\build.ninja"
$isStale = $isConfigured -and
    ((Get-Item "$root\CMakePresets.json").LastWriteTime -gt (Get-Item "$build\build.ninja").LastWriteTime)
if (-not $isConfigured -or $isStale) {
    $options = @(
        "-DCMAKE_TOOLCHAIN_FILE=$vcpkg\scripts\buildsystems\vcpkg.cmake",
        '-DVCPKG_TARGET_TRIPLET=x64-windows',
        "-DVCPKG_MANIFEST_DIR=$PSScriptRoot",
        "-DVCPKG_MANIFEST_FEATURES=$features",
        "-DPKG_CONFIG_EXECUTABLE=$libraries\tools\pkgconf\pkgconf.exe",
        '-DSAGASCOPE_WERROR=OFF')
    # The preset's flags for this build type are GCC's.
    if ($Preset -eq 'dev') { $options += '-DCMAKE_CXX_FLAGS_DEBUG=/O1 /Z7' }
    Invoke-Checked 'Configuring' { cmake -S $root --preset $Preset @options }
}
$arguments = @('--build', $build)
if ($Targets) { $arguments += @('--target') + $Targets }
Invoke-Checked 'Building' { cmake @arguments }

$debug = if ($Preset -eq 'dev') { '\debug' } else { '' }
$env:PATH = "$libraries$debug\bin;$libraries\bin;$env:PATH"
$env:QT_PLUGIN_PATH = "$libraries$debug\Qt6\plugins"
$env:GVBINDIR = "$libraries\tools\graphviz"
