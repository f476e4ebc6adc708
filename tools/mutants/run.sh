#!/bin/sh
# Change a module in one place at a time, and print the changes that its tests do not notice. A change of a type, or one
# to the same meaning, needs no test.
#   run.sh MODULE TESTS    run.sh briefgen/compose/choice.py tests/compose/test_compose_choice.py
set -eu
[ $# = 2 ] || { echo "name a module and its tests: make mutants MODULE=briefgen/compose/choice.py TESTS=tests/compose/test_compose_choice.py" >&2; exit 2; }
root=$(pwd)
work=$root/build/mutants
ray=$work/venv/bin

[ -x "$ray/cosmic-ray" ] || { "$root/.venv/bin/python" -m venv "$work/venv" && "$ray/pip" install --quiet "cosmic-ray>=8.3,<9"; }
rm -rf "$work/tree" "$work/session.sqlite"
git clone --quiet "$root" "$work/tree" # as committed, since each change is written into the file
cd "$work/tree"
cat > "$work/session.toml" <<TOML
[cosmic-ray]
module-path = "$1"
timeout = 120.0
excluded-modules = []
test-command = "$root/.venv/bin/python -m pytest -q -x -p no:cacheprovider $2"

[cosmic-ray.distributor]
name = "local"
TOML
"$ray/cosmic-ray" init "$work/session.toml" "$work/session.sqlite"
"$ray/cosmic-ray" baseline "$work/session.toml"
"$ray/cosmic-ray" exec "$work/session.toml" "$work/session.sqlite"
"$ray/cr-report" --show-diff --surviving-only "$work/session.sqlite" | grep -E '^(@@|[-+][^-+]|total|surviving)' || true
