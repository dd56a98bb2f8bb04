# Every task sets up what it needs: a virtual environment in .venv with the package as users get it, and the tools.
VENV   ?= .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
SOURCES := $(shell find src criteria schemas -type f -not -name '*.pyc') pyproject.toml README.md

.PHONY: help demo test accept docs bench clean

help:            ## List the tasks
	@grep -E '^[a-z]+: .*##|^[a-z]+:  *##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/.tools: pyproject.toml
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[test,docs]'
	@touch $@

$(VENV)/.ready: $(VENV)/.tools $(SOURCES)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	@touch $@

demo: $(VENV)/.ready   ## Score and explain the shipped examples
	@$(BIN)/python docs/examples/demo.py

test: $(VENV)/.ready   ## Lint, types, all tests, and the docs in strict mode
	$(BIN)/ruff check src tests docs
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2
	$(BIN)/mkdocs build --strict --quiet --config-file mkdocs.vi.yml --site-dir .cache/site/vi
	$(BIN)/mkdocs build --strict --quiet --config-file mkdocs.en.yml --site-dir .cache/site/en

accept: $(VENV)/.ready   ## Rewrite expected files and generated pages; read the difference before committing
	$(BIN)/python -m pytest -q tests --accept

docs: $(VENV)/.ready   ## Build the documentation into .cache/site
	$(BIN)/mkdocs build --strict --config-file mkdocs.vi.yml --site-dir .cache/site/vi
	$(BIN)/mkdocs build --strict --config-file mkdocs.en.yml --site-dir .cache/site/en

bench: $(VENV)/.ready   ## Measure, as ratios to a hand-written function
	$(BIN)/python tests/benchmarks/run.py

clean:           ## Remove everything that the tasks made
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
