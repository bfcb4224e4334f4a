#!/usr/bin/env bash
# Runs the fuzz targets two at a time: bash tests/fuzz/run.sh SECONDS [TARGET...]
# First every input that once went wrong (regressions/TARGET/; texts, which outlive a change of the
# words that alignment chooses from, under layout) is tried again; then each target goes
# on for so many seconds from reports in every layout and from what earlier runs have kept in
# build/fuzz/corpus. An input that breaks something lies in build/fuzz/found, and the log names it.
# GOUJI_FUZZ_BUILD names another build of the preset `fuzz` than build/fuzz; GOUJI_FUZZ_SEED makes the
# inputs the same in every run.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
build=${GOUJI_FUZZ_BUILD:-build/fuzz}
seconds=${1:?seconds}
shift
targets=()
for program in "$build"/gouji_fuzz_*; do
  target=${program##*/gouji_fuzz_}
  [[ -x $program && -f tests/fuzz/$target.cpp && $target != corpus ]] && targets+=("$target")
done
[ $# -eq 0 ] || targets=("$@")

export ASAN_OPTIONS=allocator_may_return_null=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
limits=(-timeout=5 -rss_limit_mb=2048 -max_len=20000 -entropic=0 -seed="${GOUJI_FUZZ_SEED:-0}")

# Short reports of our own, plain and damaged, and the repository's cases.
corpus() {
  local seeds=$build/seeds
  rm -rf "$seeds" && mkdir -p "$seeds/reports" "$seeds/text" "$seeds/html" "$build/found" || return
  "$build/gouji_generate" --out "$seeds/reports" --seed 1 --count 60 --layout all --damage none &&
    "$build/gouji_generate" --out "$seeds/reports" --seed 61 --count 60 --layout all --damage any &&
    "$build/gouji_generate" --out "$seeds/html" --seed 1 --count 10 --layout html &&
    "$build/gouji_generate" --out "$seeds/html" --seed 11 --count 10 --layout html_office || return
  rm -f "$seeds"/*/*.expected.json
  "$build/gouji_fuzz_corpus" --mht "$seeds/html" "$seeds"/html/*.txt || return
  cp "$seeds"/reports/*.txt tests/cases/*.txt "$seeds/text" &&
    "$build/gouji_fuzz_corpus" "$seeds" "$seeds"/reports/*.txt &&
    cat "$seeds/text.dict" tests/fuzz/decode.dict > "$seeds/decode.dict" || return
}

# fuzz TARGET: writes build/fuzz/TARGET.log; fails when an input broke something.
fuzz() {
  local target=$1 program=$build/gouji_fuzz_$1 log=$build/$1.log seeds=$build/seeds/text status=0
  local own=(-artifact_prefix="$build/found/$target-")
  local input
  case $target in
    alignment) seeds=$build/seeds/alignment ;;
    decode) own+=(-dict="$build/seeds/decode.dict") ;;
    html) seeds=$build/seeds/html own+=(-dict=tests/fuzz/html.dict) ;;
    *) own+=(-dict="$build/seeds/text.dict") ;;
  esac
  mkdir -p "$build/corpus/$target"
  : > "$log"
  # Each on its own, so that one that fails hides no other.
  for input in "tests/fuzz/regressions/$target"/*; do
    [ -f "$input" ] || continue
    "$program" "${limits[@]}" "${own[@]}" "$input" >> "$log" 2>&1 < /dev/null && continue
    echo "went wrong again: $input" >> "$log"
    status=1
  done
  timeout -k 10 $((seconds + 120)) "$program" "${limits[@]}" "${own[@]}" \
    -max_total_time="$seconds" -print_final_stats=1 -report_slow_units=2 -verbosity=1 \
    "$build/corpus/$target" "$seeds" >> "$log" 2>&1 < /dev/null || status=1
  return $status
}

# tell TARGET STATUS: one line of what a run has reached, and what it has found.
tell() {
  local log=$build/$1.log executed edges
  executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  echo "report: fuzz $1: ${executed:-0} inputs in $seconds s, ${edges:-0} edges," \
    "$([ "$2" = 0 ] && echo 'nothing found' || echo "found something, see below and $log")"
  [ "$2" = 0 ] && return
  grep -aE '^(went wrong again|broken promise|SUMMARY|==[0-9]+== ?ERROR|.*runtime error|artifact_prefix)' "$log" |
    sort -u | head -n 20
  tail -n 60 "$log"
}

corpus > "$build/corpus.log" 2>&1 || {
  cat "$build/corpus.log"
  exit 1
}
passed=0
failed=0
for ((i = 0; i < ${#targets[@]}; i += 2)); do
  pair=("${targets[@]:i:2}")
  pids=()
  for target in "${pair[@]}"; do
    fuzz "$target" &
    pids+=($!)
  done
  for j in "${!pair[@]}"; do
    status=0
    wait "${pids[j]}" || status=1
    tell "${pair[j]}" "$status"
    if [ "$status" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
