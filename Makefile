# Two commands set everything up on a machine with Python >= 3.11, git and make:
#   make demo   environment, install, lint of the examples, a checklist
#   make test   environment, and everything that must pass

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST_FLAGS ?= -n 2 --dist worksteal
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check generate bench clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("journeycli needs Python 3.11 or later; try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable ".[all]" --group dev
	touch $@

demo: $(VENV)/.ready
	@echo; echo '== The examples: six journeys, four kinds of file, nothing to complain about'
	$(BIN)/journey lint examples
	@echo; echo '== A first draft: what a newcomer writes on day one, and what the linter says'
	$(BIN)/journey lint examples/first-draft --exit-zero
	@echo; echo '== One map against the eleven questions of the checklist'
	$(BIN)/journey show examples/maps/switch-broadband.journey.yaml --view checklist

test: check
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

generate: $(VENV)/.ready
	$(BIN)/journey schema --write schemas
	$(BIN)/python tests/generate.py

bench: $(VENV)/.ready
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --upgrade "pip>=25.1"
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --compile --force-reinstall --no-deps .
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --compile . --group bench
	$(VENV)-bench/bin/python bench/run.py --python $(VENV)-bench/bin/python $(BENCH_FLAGS)

clean:
	rm -rf $(VENV) $(VENV)-bench dist build
