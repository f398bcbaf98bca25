# The commands of this project; `make` alone lists them. Each says what it does and how long it took.

SHELL := /bin/bash
export STARTED := $(shell date +%s)
READY := .venv/.complete

.PHONY: help setup demo test bench lock clean

help:  ## List the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1	\2/p' Makefile

setup: $(READY)  ## Make .venv with everything that is needed
	@echo ".venv is ready"

$(READY): requirements.txt requirements-dev.txt pyproject.toml scripts/setup.sh
	@scripts/setup.sh

demo: setup  ## Build the bundled negotiations and serve them (HOST=, PORT=, DB=)
	@scripts/demo.sh

test: setup  ## Check style, types, doctests, tests, pages in a browser (PYTEST="-k align")
	@scripts/test.sh

bench: setup  ## Compare our links with other tools', quality and time (BENCH="--only sets")
	PYTHONPATH=. .venv/bin/python scripts/bench_align.py $(BENCH)

lock: setup  ## Write requirements*.txt anew from pyproject.toml (UPGRADE=1: the newest versions)
	@scripts/lock.sh

clean:  ## Remove what the other commands made
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find tracker web tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
