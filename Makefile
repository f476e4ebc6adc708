# `make briefing` and `make test` do everything on a fresh machine, set-up included.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
export PYTHON
BIN := .venv/bin
READY := .venv/.ready
AXE := .venv/axe/node_modules/axe-core/axe.min.js
OUT ?= output
TO ?= FR
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup briefing test lint matrix mutants bench import-bench fonts layout pictures clean

help:
	@echo "make briefing  set up, then write the briefing and a letter (TO=$(TO)) in English and Korean to $(OUT)/"
	@echo "make test      set up, then run every check that CI runs"
	@echo "make matrix    check finished files in every format, language and layout, and all letters (PART=3: a tenth, as the tests do each day)"
	@echo "make mutants   change MODULE in one place at a time, and print the changes that TESTS do not notice"
	@echo "make bench     measure how fast it is, beside other ways, into benchmarks/RESULTS.md (QUICK=1: in a few minutes)"
	@echo "make import-bench  score how well releases are read, into benchmarks/IMPORT.md"
	@echo "make setup     build .venv and leave $(BIN)/briefgen"
	@echo "make layout    make the Word layouts again;  make pictures  those of the docs;  make fonts  the fonts (tools/fonts)"

setup: $(READY)

$(READY): pyproject.toml tools/setup/system.sh
	@sh tools/setup/system.sh run
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed; name yours: make setup PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "could not make .venv; on Debian: apt-get install -y python3.11-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

briefing: setup
	@for language in ko en; do \
	  $(BIN)/briefgen build briefing --to all --lang $$language --as pdf,docx --out $(OUT) || exit 1; \
	  $(BIN)/briefgen build letter --to $(TO) --lang $$language --as pdf,docx --out $(OUT) || exit 1; \
	done

.venv/.ready-dev: $(READY)
	@sh tools/setup/system.sh test
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(AXE): .venv/.ready-dev
	@npm install --loglevel=error --no-save --prefix .venv/axe axe-core@4.10.3 && touch $@ || \
	  echo "without axe-core from npm the tests of the studio do not look for barriers"

test: .venv/.ready-dev $(AXE) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/briefgen check

matrix: .venv/.ready-dev
	$(BIN)/python -m tests.matrix $(PART)

mutants: .venv/.ready-dev
	sh tools/mutants/run.sh $(MODULE) $(TESTS)

.venv/.ready-bench: $(READY)
	@$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@

bench: .venv/.ready-bench
	$(BIN)/python -m benchmarks $(if $(QUICK),--quick)

import-bench: setup
	$(BIN)/python -m benchmarks.importing --misses

layout: .venv/.ready-dev
	$(BIN)/python -m tools.layout.make_word_layout

pictures: .venv/.ready-dev
	$(BIN)/python -m tools.pictures.make_pictures
	$(BIN)/python -m tools.pictures.make_studio_pictures

fonts: .venv/.ready-dev
	tools/fonts/fetch.sh build/fonts
	$(BIN)/python -m tools.fonts.build build/fonts

clean:
	rm -rf .venv build dist output/*
