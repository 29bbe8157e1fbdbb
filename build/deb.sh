#!/usr/bin/env bash
# Makes a Debian package of a program that is built: build/deb.sh PROGRAM [amd64|arm64] [--by PROGRAM] [--out DIR]
#
#   PROGRAM   a native program, or a folder with a program and what it needs beside it
#   --by      a stanch that runs here, which is asked for the man page and the completions; PROGRAM itself by default
#   --out     where the package goes; artifacts/packages/deb by default
#
# The same program makes the same package, byte for byte: times are those of the last commit, or SOURCE_DATE_EPOCH.
set -euo pipefail
top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

program='' arch='' by='' out=$top/artifacts/packages/deb
while [ $# -gt 0 ]; do
    case $1 in
        --by) by=${2:?--by needs a program}; shift ;;
        --out) out=${2:?--out needs a folder}; shift ;;
        amd64 | arm64) arch=$1 ;;
        -*) echo "there is no option '$1': build/deb.sh PROGRAM [amd64|arm64] [--by PROGRAM] [--out DIR]" >&2; exit 2 ;;
        *) program=$1 ;;
    esac
    shift
done
[ -e "$program" ] || { echo "name a program that is there: build/deb.sh PROGRAM [amd64|arm64] [--by PROGRAM] [--out DIR]" >&2; exit 2; }
if [ -d "$program" ]; then main=$program/stanch; else main=$program; fi
: "${by:=$main}" "${arch:=$(dpkg --print-architecture)}"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

maintainer=${STANCH_MAINTAINER:-The Stanch authors <stanch@example.invalid>}
version=$("$by" --version | sed -n 's/^stanch \([^ ]*\).*/\1/p')
# A pre-release is older than its release: 1.0.0-rc.1 becomes 1.0.0~rc.1.
version=${version/-/\~}
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"
mkdir -p "$tree"/{DEBIAN,usr/bin,usr/share/{man/man1,doc/stanch,bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}}

if [ -d "$program" ]; then
    mkdir -p "$tree/usr/lib"
    cp -rL "$program" "$tree/usr/lib/stanch"
    # What debuggers and editors read.
    rm -f "$tree"/usr/lib/stanch/*.{pdb,xml}
    ln -s ../lib/stanch/stanch "$tree/usr/bin/stanch"
else
    cp "$program" "$tree/usr/bin/stanch"
fi

"$by" man | gzip -9n >"$tree/usr/share/man/man1/stanch.1.gz"
"$by" completions bash >"$tree/usr/share/bash-completion/completions/stanch"
"$by" completions zsh >"$tree/usr/share/zsh/vendor-completions/_stanch"
"$by" completions fish >"$tree/usr/share/fish/vendor_completions.d/stanch.fish"
gzip -9nc "$top/CHANGELOG.md" >"$tree/usr/share/doc/stanch/CHANGELOG.md.gz"
gzip -9n >"$tree/usr/share/doc/stanch/changelog.gz" <<END
stanch ($version) unstable; urgency=medium

  * What changed: /usr/share/doc/stanch/CHANGELOG.md.gz

 -- $maintainer  $(LC_ALL=C date -Ru -d "@$SOURCE_DATE_EPOCH")
END
cat >"$tree/usr/share/doc/stanch/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: stanch

Files: *
Copyright: $(date -u -d "@$SOURCE_DATE_EPOCH" +%Y) The Stanch authors
License: Apache-2.0
 On Debian systems, the full text of the Apache License, Version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.
END

# The newest symbol that the program asks the C library for says how new that must be.
libc=$({ grep -aoh 'GLIBC_2\.[0-9]*' "$main" || true; } | sort -uV | tail -n 1 | cut -d_ -f2)
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr" -type f -exec chmod 644 {} +
chmod 755 "$(readlink -f "$tree/usr/bin/stanch")"
size=$(du -sk --apparent-size "$tree/usr" | cut -f1)
cat >"$tree/DEBIAN/control" <<END
Package: stanch
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $size
Depends: libc6 (>= ${libc:-2.34})
Recommends: git, libssl3, ca-certificates
Section: devel
Priority: optional
Description: find secrets wherever they hide
 Finds API keys, tokens, passwords and private keys in folders, in what is
 staged, and in the whole history of a git repository; says what each one is,
 how sure it is and why, and what to do next. Stops them in hooks, in CI and
 before an AI agent sees them. Everything runs on the user's machine.
END
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
chmod 644 "$tree"/DEBIAN/*
mkdir -p "$out"
dpkg-deb --root-owner-group -Zxz --build "$tree" "$out/stanch_${version}_${arch}.deb" >&2
echo "$out/stanch_${version}_${arch}.deb"
