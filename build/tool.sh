#!/usr/bin/env bash
# Packs the `dotnet tool` into artifacts/packages, installs it from that folder alone, and runs it: build/tool.sh [RID…], linux-x64 and any by default.
#
# `dotnet tool install Stanch` then brings the native program where there is one for the platform, and the one that is compiled as it runs (any) elsewhere.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

packages=$PWD/artifacts/packages
rm -rf "$packages"

pack() { dotnet pack src/Stanch.Cli -c Release -p:StanchTool=true -o "$packages" -v quiet -nologo "$@"; }

[ $# -gt 0 ] || set -- linux-x64 any
pack
for rid in "$@"; do
    echo "packing $rid …"
    case $rid in
        any) pack -r any -p:PublishAot=false -p:SelfContained=false ;;
        linux-arm64) pack -r linux-arm64 -p:ObjCopyName=aarch64-linux-gnu-objcopy ;;
        *) pack -r "$rid" ;;
    esac
done
ls -l "$packages"

place=$(mktemp -d)
# A package of this version that an earlier run installed would be taken from there.
export NUGET_PACKAGES=$place/packages
(cd "$place" && dotnet tool install Stanch --tool-path "$place/tool" --source "$packages" --version "$(find "$packages" -name 'Stanch.[0-9]*.nupkg' -printf '%f\n' | sed 's/^Stanch\.\(.*\)\.nupkg$/\1/')")
"$place/tool/stanch" --version
rm -r "$place"
