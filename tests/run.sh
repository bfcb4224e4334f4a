#!/usr/bin/env bash
# Installs what is missing and runs every suite, or only those named: bash tests/run.sh [SUITE...]
# A suite that fails stops no other. The last line is `N passed, N failed`.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
. web/packages.sh
. tests/suites.sh

logs=build/logs
passed=0
failed=0

# counts LOG STATUS: how many tests a log says have passed and failed, as `PASSED FAILED`. Read are
# GoogleTest, CTest, node's test runner, and a line `N passed, N failed`; a log with none of them is
# one test, and its exit status the result. A failure that no line tells of still counts as one; the
# exit status 77 says that the suite has nothing to test here.
counts() {
  awk -v status="$2" '
    { gsub(/\033\[[0-9;]*m/, "") }
    /^\[  PASSED  \] [0-9]+ test/ { counted = 1; passed += $4 }
    /^\[  FAILED  \] [0-9]+ test/ { counted = 1; failed += $4 }
    /^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+/ {
      counted = 1; failed += $4; passed += $NF - $4
    }
    /^(#|ℹ) pass [0-9]+$/ { counted = 1; passed += $3 }
    /^(#|ℹ) fail [0-9]+$/ { counted = 1; failed += $3 }
    /^(# )?[0-9]+ passed, [0-9]+ failed$/ { counted = 1; sub(/^# /, ""); passed += $1; failed += $3 }
    END {
      if (status == 77) { print 0, 0; exit }
      if (!counted && status == 0) passed = 1
      if (counted && passed + failed == 0) failed = 1
      if (status != 0 && failed == 0) failed = 1
      print passed + 0, failed + 0
    }' "$1"
}

run() {
  local suite=$1 log=$logs/$1.log start=$SECONDS status=0 good bad
  printf '== %s\n' "$suite"
  # Appended to, since a wasm program under node writes at offsets of its own.
  : > "$log"
  ("suite_$suite") >> "$log" 2>&1 < /dev/null || status=$?
  read -r good bad < <(counts "$log" "$status")
  passed=$((passed + good))
  failed=$((failed + bad))
  if ((bad > 0)); then grep -v '^report: ' "$log" | tail -n 40 | sed 's/^/   | /'; fi
  grep -h '^report: ' "$log" | sed 's/^report: /   /'
  printf '   %d ok, %d not ok, %d s (%s)\n' "$good" "$bad" "$((SECONDS - start))" "$log"
}

chosen=("$@")
[ $# -gt 0 ] || chosen=("${suites[@]}")
for suite in "${chosen[@]}"; do
  [[ " ${suites[*]} " == *" $suite "* ]] || die \
    "没有名为 $suite 的测试。可选:${suites[*]}" "No suite is named $suite. There are: ${suites[*]}"
done

mkdir -p "$logs"
install_packages "$logs/packages.log" "${packages[@]}"
for suite in "${chosen[@]}"; do run "$suite"; done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
