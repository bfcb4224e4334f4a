#!/usr/bin/env bash
# build.sh DIR TOOLCHAIN: ICU for wasm in DIR/include and DIR/lib, built when DIR does not hold the
# result of just this recipe and this Emscripten. Debian's patches to ICU touch nothing built here.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$(mkdir -p "$1" && cd "$1" && pwd)
toolchain=$2
export LC_ALL=C                # The order of the recipe's files must not depend on the user.
PATH=$PATH:/usr/sbin:/sbin     # Debian keeps ICU's tools where only root's PATH looks.

exec 9> "$dir/lock"
flock 9

recipe=$(cd "$here" && cat -- * "$toolchain" && "${EMSDK:+$EMSDK/upstream/emscripten/}em++" --version)
recipe=$(printf '%s' "$recipe" | sha256sum | cut -d' ' -f1)
if [ -f "$dir/recipe" ] && [ "$(cat "$dir/recipe")" = "$recipe" ]; then exit 0; fi
rm -f "$dir/recipe"

command -v gennorm2 > /dev/null || {
  printf '%s\n' '缺少 gennorm2(软件包 icu-devtools)。' \
    'gennorm2 is missing (package icu-devtools).' >&2
  exit 1
}

echo "Building ICU for wasm"
tarball=$("$here/fetch.sh" "$dir/download")

rm -rf "$dir/source" "$dir/generated" "$dir/objects" "$dir/include" "${dir:?}/lib"
mkdir -p "$dir/source" "$dir/generated"
tar -xzf "$tarball" -C "$dir/source" --strip-components=2 icu/source/common icu/source/i18n \
  icu/source/data/unidata/norm2
# Only what Chinese files come in is looked for (core/text/detect.cpp asks of no other): the page need
# not carry the models of other languages.
detector=$dir/source/i18n/csdetect.cpp
sed -i -E '/new CSRecognizerInfo\(/{/CharsetRecog_(UTF8|UTF_16_BE|UTF_16_LE|gb_18030|big5)\(/!d}' "$detector"
[ "$(grep -c 'new CSRecognizerInfo(' "$detector")" = 5 ]
gennorm2 -s "$dir/source/data/unidata/norm2" nfc.txt nfkc.txt --csource \
  -o "$dir/generated/norm2_nfkc_data.h" > "$dir/log"

if ! {
  cmake -S "$here" -B "$dir/objects" -G Ninja "-DCMAKE_TOOLCHAIN_FILE=$toolchain" \
    -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-Oz -finline-functions -DNDEBUG" \
    "-DICU_SOURCE=$dir/source" "-DICU_GENERATED=$dir/generated" "-DCMAKE_INSTALL_PREFIX=$dir" &&
    nice cmake --build "$dir/objects" &&
    cmake --install "$dir/objects"
} >> "$dir/log" 2>&1; then
  tail -n 20 "$dir/log" >&2
  exit 1
fi

rm -rf "$dir/source" "$dir/generated" "$dir/objects"
echo "$recipe" > "$dir/recipe"
