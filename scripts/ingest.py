#!/usr/bin/env python3
"""Take in one draft: the same as `tracker ingest`, with the same arguments."""

import os
import sys
from pathlib import Path

PYTHON = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"


def main() -> None:
    """Run the command, with the Python that `make setup` prepared if another one was called."""
    if Path(sys.prefix) != PYTHON.parent.parent and PYTHON.exists():
        os.execv(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]])
    from tracker.cli import main as tracker

    tracker(["ingest", *sys.argv[1:]], prog_name="tracker")


if __name__ == "__main__":
    main()
