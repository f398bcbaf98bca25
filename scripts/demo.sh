#!/usr/bin/env bash
# Builds the bundled negotiations into one database and serves it until Ctrl-C.
# Environment: DB, HOST, PORT; STARTED, the second (of the epoch) from which the time is counted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
started=${STARTED:-$(date +%s)}
db=${DB:-build/tracker.db} host=${HOST:-127.0.0.1} port=${PORT:-8000}

if ! .venv/bin/python - "$host" "$port" <<'PY'
import socket, sys
with socket.socket(socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET) as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((sys.argv[1], int(sys.argv[2])))
    except OSError as error:
        sys.exit(f"Cannot serve on {sys.argv[1]} port {sys.argv[2]}: {error.strerror}; "
                 "choose another with PORT=…")
PY
then exit 1; fi

mkdir -p "$(dirname "$db")"
echo "Building $db from drafts/"
.venv/bin/tracker build --db "$db"
echo "Starting the viewer"
.venv/bin/tracker serve --host "$host" --port "$port" --db "$db" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM

answers() {
    .venv/bin/python - "$host" "$port" <<'PY'
import http.client, sys
try:
    connection = http.client.HTTPConnection(sys.argv[1], int(sys.argv[2]), timeout=10)
    connection.request("GET", "/")
    sys.exit(connection.getresponse().status != 200)
except OSError:
    sys.exit(1)
PY
}

until answers; do
    if ! kill -0 "$server" 2>/dev/null; then
        wait "$server" || exit $?
        exit 1
    fi
    sleep 0.2
done
echo "Serving after $(($(date +%s) - started)) s: http://$host:$port/ (Ctrl-C stops)"
wait "$server"
