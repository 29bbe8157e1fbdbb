#!/usr/bin/env bash
# Builds the native programs and the tool's packages: build/native.sh [linux-x64] [linux-x64-v3] [linux-arm64] [tool]; everything without arguments.
#
#   linux-x64      artifacts/native/linux-x64/stanch: any x86-64; wider instructions where it asks the processor first
#   linux-x64-v3   artifacts/native/linux-x64-v3/stanch: processors with AVX2, of 2013 or later
#   linux-arm64    artifacts/native/linux-arm64/stanch: through Debian's cross compiler (clang, gcc-aarch64-linux-gnu, libc6-dev-arm64-cross)
#   tool           artifacts/packages: `dotnet tool` packages, native for linux-x64 and linux-arm64, compiled at run time everywhere else; installs one from there and runs it
#
# Each program must answer --version, find a secret that is made for the occasion, and keep to its size. Another architecture's runs under qemu-user where that is
# installed, and reads a file without a secret: to name one, it asks for that architecture's OpenSSL.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

# Megabytes. A catalogue of twice the size may need another figure: say why in the commit.
most_megabytes=32
out=$PWD/artifacts/native

publish() { # NAME RID [PROPERTY…]
    local name=$1 rid=$2
    shift 2
    echo "building $name …"
    dotnet publish src/Stanch.Cli -c Release -r "$rid" -o "$out/$name" -v quiet -nologo "$@"
    rm -f "$out/$name"/*.pdb "$out/$name"/*.xml
}

prove() { # NAME EXIT-CODE COMMAND…, with a secret to find where the exit code is 1
    local name=$1 expected=$2 size folder code=0
    shift 2
    size=$(stat -c %s "$out/$name/stanch")
    [ "$size" -le $((most_megabytes * 1000000)) ] || { echo "$name: $size bytes, more than $most_megabytes MB" >&2; exit 1; }
    folder=$(mktemp -d)
    "$@" --version
    echo 'hello' >"$folder/a.txt"
    [ "$expected" -eq 0 ] || printf 'AWS_SECRET_ACCESS_KEY=%s\n' "$(head -c 60 /dev/urandom | base64 -w 0 | tr -d '+/=' | head -c 40)" >"$folder/a.env"
    "$@" scan "$folder" --no-config --fail-on review --quiet --report jsonl >"$folder/report" || code=$?
    [ "$code" -eq "$expected" ] || { echo "$name: the scan ended with exit code $code, not $expected" >&2; exit 1; }
    rm -r "$folder"
    echo "$name: $((size / 100000 / 10)).$((size / 100000 % 10)) MB, runs"
}

x64() { publish linux-x64 linux-x64; prove linux-x64 1 "$out/linux-x64/stanch"; }

x64_v3() {
    publish linux-x64-v3 linux-x64 -p:IlcInstructionSet=x86-64-v3
    if grep -qw avx2 /proc/cpuinfo; then prove linux-x64-v3 1 "$out/linux-x64-v3/stanch"; else echo "linux-x64-v3: built; this processor cannot run it"; fi
}

arm64() {
    if ! command -v clang >/dev/null || [ ! -e /usr/aarch64-linux-gnu/lib/Scrt1.o ]; then
        echo "linux-arm64 needs Debian's clang, gcc-aarch64-linux-gnu and libc6-dev-arm64-cross" >&2
        exit 1
    fi
    publish linux-arm64 linux-arm64 -p:ObjCopyName=aarch64-linux-gnu-objcopy
    if command -v qemu-aarch64 >/dev/null; then prove linux-arm64 0 qemu-aarch64 -L /usr/aarch64-linux-gnu "$out/linux-arm64/stanch"; else echo "linux-arm64: built; qemu-user would run it"; fi
}

[ $# -gt 0 ] || set -- linux-x64 linux-x64-v3 linux-arm64 tool
for what in "$@"; do
    case $what in
        linux-x64) x64 ;;
        linux-x64-v3) x64_v3 ;;
        linux-arm64) arm64 ;;
        tool) build/tool.sh ;;
        *) echo "there is no '$what' to build: linux-x64, linux-x64-v3, linux-arm64, tool" >&2; exit 2 ;;
    esac
done
