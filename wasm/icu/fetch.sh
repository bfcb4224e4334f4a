#!/usr/bin/env bash
# fetch.sh DIR: puts the tarball of the distribution's ICU source into DIR and checks it against
# `checksums`; prints its path. Needs no root: apt works on lists and caches of its own below DIR.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$(mkdir -p "$1" && cd "$1" && pwd)

fail() {
  printf '%s\n%s\n' "$1" "$2" >&2
  exit 1
}

checked() {
  local tarball
  for tarball in "$dir"/icu_*.orig.tar.gz; do
    [ -f "$tarball" ] || continue
    if (cd "$dir" && grep -F "  ${tarball##*/}" "$here/checksums" | sha256sum --check --status); then
      echo "$tarball"
      return 0
    fi
  done
  return 1
}

checked && exit 0
rm -f "$dir"/icu_*.orig.tar.*

command -v apt-get > /dev/null || fail \
  '取得 ICU 源码需要 apt-get(Debian 或 Ubuntu)。' \
  "ICU's source is fetched by apt-get (Debian or Ubuntu), which is not here."

# The machine's own package sources, asked for source packages instead of binary ones.
apt=$dir/apt
rm -rf "$apt"
mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial"
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -f "$list" ] || continue
  sed -n 's/^[[:space:]]*deb[[:space:]]/deb-src /p' "$list" > "$apt/parts/${list##*/}"
done
for list in /etc/apt/sources.list.d/*.sources; do
  [ -f "$list" ] || continue
  sed 's/^Types:.*/Types: deb-src/' "$list" > "$apt/parts/${list##*/}"
done

options=(
  -o "Dir::Etc::SourceList=/dev/null"
  -o "Dir::Etc::SourceParts=$apt/parts"
  -o "Dir::State::Lists=$apt/lists"
  -o "Dir::Cache=$apt/cache"
  -o "APT::Sandbox::User="
)
# A package source without source packages makes `update` fail; what counts is that ICU is found.
apt-get "${options[@]}" update > "$apt/log" 2>&1 || true
if ! (cd "$dir" && apt-get "${options[@]}" source --download-only icu >> "$apt/log" 2>&1); then
  cat "$apt/log" >&2
  fail '未能从本机的软件源取得 ICU 源码包。' \
    "ICU's source package could not be fetched from this machine's package sources."
fi
rm -rf "$apt"

checked || fail \
  "取得的 ICU 源码($(cd "$dir" && echo icu_*.orig.tar.*))不在 wasm/icu/checksums 之列,或校验和不符。" \
  "The ICU source fetched is not listed in wasm/icu/checksums, or its checksum differs."
