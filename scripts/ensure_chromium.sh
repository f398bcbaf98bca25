#!/usr/bin/env bash
# Sees to it that the browser tests have a Chromium: the one named by TRACKER_CHROMIUM, one on the
# PATH, or, as root on Debian, the one that apt-get installs. Without one the browser tests are
# skipped; where CI=true that is a failure.
set -euo pipefail

find_chromium() {
    local name
    for name in "${TRACKER_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && command -v "$name"; then return 0; fi
    done
    return 1
}

if ! find_chromium >/dev/null && [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
    echo "Chromium is missing: installing Debian's"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || echo "apt-get update failed: trying with the lists that are there"
    apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null ||
        echo "apt-get could not install chromium"
fi

if found=$(find_chromium); then
    echo "Browser: $found"
elif [ "${CI:-}" = true ]; then
    echo "No Chromium: the browser tests cannot run, and here (CI=true) they must" >&2
    exit 1
else
    echo "No Chromium: the browser tests will be skipped (install the package chromium to run them)"
fi
