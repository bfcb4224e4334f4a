# The suites of tests/run.sh, in the order in which they run, and the Debian packages they need.
# A suite's output goes to its log; a line that starts with `report: ` is shown.
# shellcheck shell=bash

# shellcheck disable=SC2034
suites=(format tidy native unit cases rules cli package wasm parity web page browser property repair fuzz growth bench seeds)

# shellcheck disable=SC2034
packages=(
  binaryen ca-certificates chromium clang-14 clang-format-14 clang-tidy-14 cmake dbus-daemon
  emscripten firefox-esr fonts-wqy-microhei g++ glpk-utils googletest icu-devtools libbenchmark-dev
  libclang-rt-14-dev libcli11-dev libgtest-dev libgumbo-dev libicu-dev libreoffice-calc-nogui
  libreoffice-writer-nogui ninja-build nodejs npm poppler-utils python3 rapidjson-dev
  webkit2gtk-driver xvfb xz-utils
)

# built PRESET [TARGET...]: configures a preset and builds its targets; free when nothing has changed.
# Suites name just what they need, so that a test that does not compile fails no other suite.
built() {
  local preset=$1
  shift
  cmake --preset "$preset" && nice cmake --build --preset "$preset" ${1:+--target "$@"}
}

sources() {
  find core wasm tests \( -name '*.cpp' -o -name '*.h' \) -not -path '*/node_modules/*' -print0
}

suite_format() {
  sources | xargs -0 clang-format-14 --dry-run -Werror &&
    diff <(python3 core/text/fold_table.py) core/text/fold_table.inc &&
    python3 tests/type_names.py core wasm tests
}

suite_tidy() {
  cmake --preset native &&
    nice timeout -k 10 600 run-clang-tidy-14 -quiet -j 2 -p build/native "$PWD/core/"
}

# Everything for this machine compiles, without a warning, and the command line runs.
suite_native() {
  built native && build/native/gouji --help
}

# The unit tests under AddressSanitizer and UndefinedBehaviorSanitizer.
suite_unit() {
  built asan gouji_unit_tests && build/asan/gouji_unit_tests
}

suite_wasm() {
  built wasm gouji_unit_tests && node build/wasm/gouji_unit_tests.js
}

# The repository's own reports, against their truth.
suite_cases() {
  built native gouji_cli && python3 tests/cases/check.py build/native/gouji
}

# Every rule of the catalogue finds what it is there for, and nothing in what is only near to it.
suite_rules() {
  built native gouji_cli && python3 tests/rules/check.py build/native/gouji
}

suite_cli() {
  built native gouji_cli && (cd tests/cli && npm ci) &&
    node --test --test-reporter=spec tests/cli/*.test.mjs
}

suite_parity() {
  built native gouji_cli && built wasm gouji_node &&
    node --test --test-reporter=spec tests/parity/parity.test.mjs
}

# The package that `cmake --install` makes, found and used by a project that knows nothing else.
suite_package() {
  local prefix=$PWD/build/package
  built native gouji_cli && rm -rf "$prefix" && cmake --install build/native --prefix "$prefix" &&
    "$prefix/bin/gouji" --help &&
    cmake -S tests/package -B "$prefix/user" -G Ninja "-DCMAKE_PREFIX_PATH=$prefix" &&
    cmake --build "$prefix/user" && "$prefix/user/user"
}

suite_web() {
  (cd web && npm ci && npm test)
}

# The page is built as a user builds it, and must stay small enough to be carried by hand.
suite_page() {
  bash web/run.sh build || return
  local part size limit=307200
  for part in build/wasm/gouji.wasm build/wasm/gouji.js build/web/index.html; do
    printf 'report: %8d bytes, %7d gzipped: %s\n' \
      "$(wc -c < "$part")" "$(gzip -9c "$part" | wc -c)" "$part"
  done
  size=$(wc -c < build/web/index.html)
  if ((size > limit)); then
    echo "report: the page is $size bytes, more than the $limit that it may have"
    return 1
  fi
}

suite_browser() {
  [ -f build/web/index.html ] || bash web/run.sh build || return
  (cd tests/browser && npm ci && timeout -k 10 1500 npm test)
}

# Random reports in every layout, in the mixture of damages that property.cpp tells: none may get a
# cell with a wrong value. Then what must not change an answer.
suite_property() {
  local status=0
  built native gouji_property gouji_metamorphic || return
  timeout -k 10 300 build/native/gouji_property --count 100000 --threads 2 || status=1
  timeout -k 10 120 build/native/gouji_metamorphic || status=1
  return "$status"
}

# The repairs of 100,000 tables against brute force, of 2,000 against glpsol, and against the truth of
# the published error model; then what they take, natively and as wasm, with the same answers.
suite_repair() {
  local status=0 logs=build/repair
  mkdir -p "$logs"
  built native gouji_repair_check gouji_repair_bench && built wasm gouji_repair_bench || return
  nice timeout -k 10 240 build/native/gouji_repair_check --threads 2 || status=1
  build/native/gouji_repair_bench > "$logs/native" || status=1
  node build/wasm/gouji_repair_bench.js > "$logs/wasm" || status=1
  cat "$logs/native" "$logs/wasm"
  if [ "$(grep '^answers ' "$logs/native")" != "$(grep '^answers ' "$logs/wasm")" ]; then
    echo 'report: wasm answers otherwise than this machine'
    status=1
  fi
  return "$status"
}

suite_bench() {
  local reports=$PWD/build/bench/reports
  mkdir -p build/bench && built native gouji_bench gouji_generate && built wasm gouji_node &&
    node tests/bench/reports.mjs build/native/gouji_generate "$reports" &&
    build/native/gouji_bench "$reports"/* && node tests/bench/wasm.mjs "$reports"/*.txt
}

# Time grows with a text's length and no faster, and 5 MB take less than a second.
suite_growth() {
  built native gouji_growth && nice timeout -k 10 600 build/native/gouji_growth
}

# Two minutes over all fuzz targets, from the same seed each time, so that what lands does not hang on
# chance; longer runs from others: bash tests/fuzz/run.sh SECONDS [TARGET...]
suite_fuzz() {
  built fuzz gouji_fuzz && GOUJI_FUZZ_SEED=1 bash tests/fuzz/run.sh 55
}

# Reports that may be tested with but not passed on lie beside the repository, where they lie at all.
suite_seeds() {
  if ! [ -d ../shared/seeds ]; then
    echo "report: not run, ../shared/seeds is not here"
    return 77
  fi
  built native gouji_cli &&
    python3 ../shared/check/seeds.py build/native/gouji cells | sed 's/^seeds /report: &/'
}
