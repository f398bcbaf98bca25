#!/usr/bin/env bash
# Sees to it that the tests of Word files have a LibreOffice Writer: the one named by
# TRACKER_SOFFICE, one on the PATH, or, as root on Debian, the one that apt-get installs (84 MB, about
# 20 s). Without one these tests are skipped; where CI=true that is a failure.
set -euo pipefail
started=$SECONDS

find_soffice() {
    local name
    for name in "${TRACKER_SOFFICE:-}" soffice libreoffice; do
        if [ -n "$name" ] && command -v "$name"; then return 0; fi
    done
    return 1
}

if ! find_soffice >/dev/null && [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
    echo "LibreOffice is missing: installing Debian's, without a desktop"
    export DEBIAN_FRONTEND=noninteractive
    # What is unpacked need not survive a power cut.
    quick=(-o Dpkg::Options::=--force-unsafe-io -o Dpkg::Options::=--path-exclude=/usr/share/doc/*)
    install() {
        apt-get install -y -qq --no-install-recommends "${quick[@]}" libreoffice-writer-nogui \
            >/dev/null
    }
    # ensure_chromium.sh may just have read the lists.
    install || { apt-get update -qq && install; } || echo "apt-get could not install LibreOffice"
fi

if found=$(find_soffice); then
    echo "LibreOffice: $found ($((SECONDS - started)) s)"
elif [ "${CI:-}" = true ]; then
    echo "No LibreOffice: Word files cannot be checked, and here (CI=true) they must" >&2
    exit 1
else
    echo "No LibreOffice: tests of Word files will be skipped (install libreoffice-writer-nogui)"
fi
