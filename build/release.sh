#!/usr/bin/env bash
# Makes a release in one folder: build/release.sh [--out DIR] [--program NAME=FILE]… [PART…]
#
#   linux-x64 linux-x64-v3 linux-arm64        native programs (build/native.sh), as stanch-NAME.tar.gz
#   linux-musl-x64 osx-x64 osx-arm64 win-x64  programs that bring their runtime and are compiled as they run, as stanch-NAME.tar.gz or .zip
#   deb                                       Debian packages of linux-x64 and linux-arm64 (build/deb.sh)
#   tool                                      packages of the dotnet tool (build/tool.sh)
#
# All of it without PARTs. --program takes a program that is built already, and nothing else is built. install.sh and SHA256SUMS are always there.
# An archive holds the program, its licence, the man page and the completions.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

out=$PWD/artifacts/release
declare -A programs=()
parts=()
while [ $# -gt 0 ]; do
    case $1 in
        --out) out=$(readlink -m "${2:?--out needs a folder}"); shift ;;
        --program) programs[${2%%=*}]=$(readlink -e "${2#*=}") || { echo "--program: there is no file '${2#*=}'" >&2; exit 2; }; shift ;;
        -*) echo "there is no option '$1': --out DIR, --program NAME=FILE" >&2; exit 2 ;;
        *) parts+=("$1") ;;
    esac
    shift
done
if [ ${#parts[@]} -eq 0 ] && [ ${#programs[@]} -eq 0 ]; then parts=(linux-x64 linux-x64-v3 linux-arm64 linux-musl-x64 osx-x64 osx-arm64 win-x64 deb tool); fi
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A program that runs here says what the documents are.
teller() {
    local program
    for program in "${programs[@]}" artifacts/native/linux-x64/stanch; do
        if "$program" --version >/dev/null 2>&1; then echo "$program"; return; fi
    done
    dotnet build src/Stanch.Cli -c Release -v quiet -nologo >&2 || return 1
    echo artifacts/bin/Stanch.Cli/release/stanch
}

documents() {
    local by
    by=$(teller) || { echo "no program could be built that writes the documents" >&2; exit 1; }
    mkdir -p "$work/documents/completions"
    cp LICENSE "$work/documents"
    "$by" man >"$work/documents/stanch.1"
    "$by" completions bash >"$work/documents/completions/stanch.bash"
    "$by" completions zsh >"$work/documents/completions/_stanch"
    "$by" completions fish >"$work/documents/completions/stanch.fish"
    "$by" completions powershell >"$work/documents/completions/stanch.ps1"
}

archive() { # NAME PROGRAM
    local tree=$work/$1
    [ -d "$work/documents" ] || documents
    cp -r "$work/documents" "$tree"
    find "$tree" -type f -exec chmod 644 {} +
    case $1 in
        win-*)
            install -m 755 "$2" "$tree/stanch.exe"
            find "$tree" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
            (cd "$tree" && rm -f "$out/stanch-$1.zip" && python3 -m zipfile -c "$out/stanch-$1.zip" ./*) ;;
        *)
            install -m 755 "$2" "$tree/stanch"
            tar -C "$tree" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - stanch LICENSE stanch.1 completions | gzip -9n >"$out/stanch-$1.tar.gz" ;;
    esac
    echo "stanch-$1: packed"
}

self_contained() { # RID
    local folder=artifacts/self-contained/$1
    echo "building $1 …"
    dotnet publish src/Stanch.Cli -c Release -r "$1" -p:StanchSelfContained=true -o "$folder" -v quiet -nologo
    if [ -e "$folder/stanch.exe" ]; then archive "$1" "$folder/stanch.exe"; else archive "$1" "$folder/stanch"; fi
}

deb() {
    build/deb.sh artifacts/native/linux-x64/stanch amd64 --out "$out"
    build/deb.sh artifacts/native/linux-arm64/stanch arm64 --by artifacts/native/linux-x64/stanch --out "$out"
}

for name in "${!programs[@]}"; do archive "$name" "${programs[$name]}"; done
for part in "${parts[@]}"; do
    case $part in
        linux-x64 | linux-x64-v3 | linux-arm64) build/native.sh "$part"; archive "$part" "artifacts/native/$part/stanch" ;;
        linux-musl-x64 | osx-x64 | osx-arm64 | win-x64) self_contained "$part" ;;
        deb) deb ;;
        tool) build/tool.sh linux-x64 linux-arm64 any; cp artifacts/packages/*.nupkg "$out" ;;
        *) echo "there is no part '$part': linux-x64, linux-x64-v3, linux-arm64, linux-musl-x64, osx-x64, osx-arm64, win-x64, deb, tool" >&2; exit 2 ;;
    esac
done
install -m 755 build/install.sh "$out/install.sh"
rm -f "$out/SHA256SUMS"
(cd "$out" && find . -maxdepth 1 -type f -printf '%f\n' | LC_ALL=C sort | xargs -d '\n' sha256sum) >"$work/SHA256SUMS"
mv "$work/SHA256SUMS" "$out/SHA256SUMS"
echo "the release is in $out:"
cat "$out/SHA256SUMS"
