#!/usr/bin/env bash
# Makes .venv anew from the locked requirements. Needs Python 3.11 or newer with venv, and nothing
# of the home directory. Installs wheels whose hashes are on record, so no set-up code runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
started=$SECONDS

find_python() {
    local name
    # A name that was given is not replaced by another.
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$name" -c \
            'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return 0
        fi
    done
    echo "${PYTHON:-python3} is not a Python 3.11 or newer with venv (on Debian: apt-get install" \
        "python3-venv); name one with PYTHON=…" >&2
    return 1
}

python=$(find_python)
echo "Making .venv with $("$python" --version)"
"$python" -m venv --clear .venv
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
echo "Installing the locked requirements"
.venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.txt
echo "Installing the project itself"
# setuptools warns at every editable installation; that one is what is wanted here.
PYTHONWARNINGS=ignore .venv/bin/python -m pip install --quiet --no-index --no-deps --no-build-isolation -e .
touch .venv/.complete
echo "Set up in $((SECONDS - started)) s"
