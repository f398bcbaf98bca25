#!/usr/bin/env bash
# Writes requirements*.txt from pyproject.toml: for every platform and
# every Python from 3.11 on, with the hashes of all files, without the address of an index.
# Versions that still fit are kept; UPGRADE=1 takes the newest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tool=build/lock
if [ ! -x "$tool/bin/uv" ]; then
    .venv/bin/python -m venv "$tool"
    "$tool/bin/python" -m pip install --quiet uv
fi

lock() {
    "$tool/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --custom-compile-command "make lock" \
        ${UPGRADE:+--upgrade} "$@" >/dev/null
}

lock pyproject.toml -o requirements.txt
lock pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt
grep -cE '^[a-z]' requirements.txt requirements-dev.txt
