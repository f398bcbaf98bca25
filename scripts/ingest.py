#!/usr/bin/env python3
"""Take in one draft: the same as `tracker ingest`, with the same arguments."""

import os
import sys
from pathlib import Path

PYTHON = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"

if Path(sys.prefix) != PYTHON.parent.parent and PYTHON.exists():
    # Called by another Python: the one that `make setup` prepared has what is needed.
    os.execv(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]])

from tracker.cli import main

if __name__ == "__main__":
    main(["ingest", *sys.argv[1:]], prog_name="tracker")
