#!/usr/bin/env bash
# bash tests/rules/update.sh [RULE...]
#
# Rewrites tests/rules/golden: what each rule's finding is answered with as JSON, as text and as
# SARIF. For when a message or a format has been changed on purpose: read the difference that git
# shows before you keep it. A fixture whose finding is wrong keeps the golden answer that it had.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset native
nice cmake --build --preset native --target gouji_cli
exec python3 tests/rules/check.py build/native/gouji --update "$@"
