#!/usr/bin/env bash
# Everything that must hold: style, types, doctests, tests, tests in a browser.
# Environment: PYTEST, more arguments for pytest (`-k align`, `-n 0` for one process); CI=true allows no skipping.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
started=${STARTED:-$(date +%s)}
trap 'echo "make test took $(($(date +%s) - started)) s"' EXIT

step() {
    echo "── $*"
    "$@"
}

# Python is started some hundred times: it must not compile the same modules each time.
unset PYTHONDONTWRITEBYTECODE

scripts/ensure_chromium.sh
scripts/ensure_libreoffice.sh
step .venv/bin/ruff check .
step .venv/bin/ruff format --check .
step .venv/bin/mypy --strict tracker
# One process more than there are cores: a quarter of the time a test waits for a server or a browser.
# shellcheck disable=SC2086  # several arguments in one variable
step .venv/bin/python -m pytest -n "$(($(getconf _NPROCESSORS_ONLN) + 1))" --dist worksteal ${PYTEST:-}
