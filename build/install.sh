#!/bin/sh
# Installs stanch from a release: sh install.sh --base ADDRESS [--to FOLDER] [--target NAME] [--sha256 SUM]
#
#   --base     where the files of the release are: https://… or file://…; STANCH_BASE does the same
#   --to       where the program goes: ~/.local/bin by default
#   --target   which build, where this machine is not recognised, or another one is wanted: the names are those of the archives
#   --sha256   the sum of the archive, from a place that you trust; without it, the release's own SHA256SUMS says what is right
#
# Nothing of what is fetched is run before its sum is checked. Installing twice is installing once. A POSIX shell, tar and curl are all it needs (GNU wget does where the address leads to no other).
set -eu

fail() { printf 'install.sh: %s\n' "$1" >&2; exit "${2:-1}"; }

base=${STANCH_BASE:-} to='' target='' wanted=''
while [ $# -gt 0 ]; do
    case $1 in
        --base | --to | --target | --sha256) [ $# -gt 1 ] || fail "$1 needs a value" 2 ;;
        --help | -h) sed -n '2,/^#$/s/^# \{0,1\}//p; /^#   --/s/^# *//p' "$0"; exit 0 ;;
        *) fail "there is no option '$1': --base ADDRESS, --to FOLDER, --target NAME, --sha256 SUM" 2 ;;
    esac
    case $1 in
        --base) base=$2 ;;
        --to) to=$2 ;;
        --target) target=$2 ;;
        --sha256) [ -n "$2" ] || fail "--sha256 is empty" 2; wanted=$2 ;;
    esac
    shift 2
done
case $base in
    https://* | file:///*) base=${base%/} ;;
    '') fail "say where the release is: --base https://… (or file:///…), or STANCH_BASE" 2 ;;
    *) fail "'$base' is no https:// or file:/// address: nothing is fetched over a line that others can change" 2 ;;
esac
if [ -z "$to" ]; then
    [ -n "${HOME:-}" ] || fail "there is no home folder (HOME is not set): say where it goes with --to FOLDER" 2
    to=$HOME/.local/bin
fi

fetch() { # NAME FILE
    case $base in
        file://*) cp -- "${base#file://}/$1" "$2" 2>/dev/null ;;
        *)
            if command -v curl >/dev/null 2>&1; then curl --proto '=https' --proto-redir '=https' --tlsv1.2 -fsSL -o "$2" "$base/$1"
            # wget's --https-only does not hold a redirection back; not following any does.
            elif wget --help 2>&1 | grep -q -e --max-redirect; then wget -q --max-redirect=0 -O "$2" "$base/$1"
            else fail "curl is needed to fetch $base/$1 (or GNU wget, where the address leads to no other)"
            fi ;;
    esac
}

sum_of() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$1" | cut -d ' ' -f 1
    elif command -v shasum >/dev/null 2>&1; then shasum -a 256 <"$1" | cut -d ' ' -f 1
    elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 -r <"$1" | cut -d ' ' -f 1
    else fail "sha256sum, shasum or openssl is needed to check what was fetched"
    fi
}

# What x86-64-v3 asks of a processor: https://gitlab.com/x86-psABIs/x86-64-ABI.
is_v3() {
    flags=$(sed -n '/^flags/{s/^[^:]*://p;q;}' "${STANCH_CPUINFO:-/proc/cpuinfo}" 2>/dev/null) || return 1
    for flag in avx avx2 bmi1 bmi2 f16c fma abm movbe xsave; do
        case " $flags " in *" $flag "*) ;; *) return 1 ;; esac
    done
}

is_musl() { ldd --version 2>&1 | grep -qi musl; }

recognise() {
    case $(uname -s)/$(uname -m) in
        Linux/x86_64 | Linux/amd64)
            if is_musl; then echo linux-musl-x64
            elif is_v3 && has stanch-linux-x64-v3.tar.gz; then echo linux-x64-v3
            else echo linux-x64
            fi ;;
        Linux/aarch64 | Linux/arm64) is_musl || echo linux-arm64 ;;
        Darwin/x86_64) echo osx-x64 ;;
        Darwin/arm64) echo osx-arm64 ;;
    esac
}

has() { grep -q " [ *]\{0,1\}$1\$" "$work/SHA256SUMS"; }

mkdir -p -- "$to" || fail "the folder '$to' cannot be made: name another one with --to"
# Beside its place, so that the program is put there in one step.
work=$(mktemp -d "$to/.stanch-install.XXXXXX") || fail "'$to' cannot be written: name another folder with --to"
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM

fetch SHA256SUMS "$work/SHA256SUMS" || fail "there is no $base/SHA256SUMS: is that the address of a release?"
[ -n "$target" ] || target=$(recognise)
known=$(sed -n 's/^.*stanch-\(.*\)\.tar\.gz$/\1/p' "$work/SHA256SUMS" | tr '\n' ' ')
[ -n "$target" ] || fail "there is no build for $(uname -s) on $(uname -m); there are: $known. 'dotnet tool install' is the other way: docs/install.md"
archive=stanch-$target.tar.gz
has "$archive" || fail "SHA256SUMS has no sum for $archive, and without one nothing is installed; there are: $known"
fetch "$archive" "$work/$archive" || fail "$base/$archive cannot be fetched"

sum=$(sum_of "$work/$archive")
: "${wanted:=$(sed -n "s/^\([0-9a-fA-F]\{64\}\) [ *]\{0,1\}$archive\$/\1/p" "$work/SHA256SUMS" | head -n 1)}"
for it in "$sum" "$wanted"; do
    case $it in *[!0-9a-fA-F]* | '') it= ;; esac
    [ ${#it} -eq 64 ] || fail "$archive has no SHA-256 to be checked by: what was fetched has '$sum', and should have '$wanted'. Nothing was installed"
done
[ "$(printf %s "$sum" | tr A-F a-f)" = "$(printf %s "$wanted" | tr A-F a-f)" ] \
    || fail "$archive is not what it should be, and was not installed: its SHA-256 is $sum, and should be $wanted. Fetch it again; if it stays so, somebody changed it"

tar -xzf "$work/$archive" -C "$work" stanch || fail "$archive holds no program"
chmod 755 "$work/stanch"
version=$("$work/stanch" --version) || fail "the program for $target does not run here; another build can be named with --target: $known"
if [ -f "$to/stanch" ] && cmp -s "$work/stanch" "$to/stanch"; then
    echo "$to/stanch is installed already: $version ($target)"
else
    [ ! -d "$to/stanch" ] || fail "'$to/stanch' is a folder: name another place with --to"
    mv -f -- "$work/stanch" "$to/stanch"
    echo "installed $to/stanch: $version ($target)"
fi
case :${PATH:-}: in
    *:"$to":*) ;;
    *) echo "$to is not on PATH yet: add it, then 'stanch doctor' says whether all is well" ;;
esac
