# Two commands set everything up on a machine with Python >= 3.11, git and make:
#   make demo   environment, install, lint of the examples, a checklist
#   make test   environment, and everything that must pass

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST_FLAGS ?= -n 2 --dist worksteal
MAPS := examples/maps
SWITCH := $(MAPS)/switch-broadband.journey.yaml
FUTURE := $(MAPS)/switch-broadband-future.journey.yaml
CURRENT := $(SWITCH) $(MAPS)/installation-day.journey.yaml $(MAPS)/insurance-claim.journey.yaml $(MAPS)/online-grocery.journey.yaml $(MAPS)/outpatient-appointment.journey.yaml $(MAPS)/software-trial.journey.yaml
THEMED := $(MAPS)/installation-day.journey.yaml --lanes touchpoints,emotions,barriers
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check generate gallery fuzz trust bench dist clean

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
	@echo; echo '== The examples as pictures'
	$(BIN)/journey render examples/maps -o pictures
	@echo; echo "The pictures are in $(CURDIR)/pictures; open one in a browser."

test: check
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/journey fmt --check examples

generate: $(VENV)/.ready
	$(BIN)/journey schema --write schemas
	$(BIN)/python tests/generate.py

# tests/test_gallery.py runs each of these lines again with --check.
gallery: $(VENV)/.ready
	$(BIN)/journey render $(CURRENT) -o docs/gallery --view map
	$(BIN)/journey render $(CURRENT) -o docs/gallery --view blueprint
	$(BIN)/journey render $(CURRENT) -o docs/gallery --view flow
	$(BIN)/journey render $(CURRENT) -o docs/gallery --view funnel
	$(BIN)/journey render $(CURRENT) -o docs/gallery --view persona
	$(BIN)/journey render $(MAPS)/installation-day.journey.yaml -o docs/gallery --view emotions
	$(BIN)/journey render $(MAPS)/insurance-claim.journey.yaml -o docs/gallery --view emotions
	$(BIN)/journey render $(MAPS)/online-grocery.journey.yaml -o docs/gallery --view emotions
	$(BIN)/journey render $(MAPS)/outpatient-appointment.journey.yaml -o docs/gallery --view emotions
	$(BIN)/journey render $(MAPS)/software-trial.journey.yaml -o docs/gallery --view emotions
	$(BIN)/journey render $(SWITCH) $(FUTURE) -o docs/gallery/two-curves.svg --view emotions
	$(BIN)/journey render $(FUTURE) --compare $(SWITCH) -o docs/gallery/compared.svg --lanes emotions,barriers,opportunities
	$(BIN)/journey render $(THEMED) -o docs/gallery/theme-light.svg --theme light
	$(BIN)/journey render $(THEMED) -o docs/gallery/theme-dark.svg --theme dark
	$(BIN)/journey render $(THEMED) -o docs/gallery/theme-print.svg --theme print
	$(BIN)/journey render $(THEMED) -o docs/gallery/theme-colour-blind.svg --theme colour-blind

# Feeds everything that takes bytes with mutated files for as long as FUZZ_SECONDS says.
FUZZ_SECONDS ?= 300
fuzz: $(VENV)/.ready
	$(BIN)/python tests/fuzz/run.py --seconds $(FUZZ_SECONDS) $(FUZZ_FLAGS)

# Kills each command that writes at 200 random moments and before each of its steps, and lets eight
# of each run at once, a hundred times.
trust: $(VENV)/.ready
	JOURNEY_KILLS=200 JOURNEY_RACES=100 $(BIN)/python -m pytest $(PYTEST_FLAGS) tests/hostile

bench: $(VENV)/.ready
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --upgrade "pip>=25.1"
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --compile --force-reinstall --no-deps .
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --compile . --group bench
	$(VENV)-bench/bin/python bench/run.py --python $(VENV)-bench/bin/python --markdown docs/benchmarks.md $(BENCH_FLAGS)

# The wheel, the source distribution and a list of all that they install, each tried without extras.
dist: $(VENV)/.ready
	rm -rf dist $(VENV)-dist $(VENV)-plain
	$(PYTHON) -m venv $(VENV)-dist
	$(VENV)-dist/bin/python -m pip --disable-pip-version-check --quiet install --upgrade "pip>=25.1"
	$(VENV)-dist/bin/python -m pip --disable-pip-version-check --quiet install --group dist
	$(VENV)-dist/bin/python -m build --outdir dist .
	for file in dist/*.tar.gz dist/*.whl; do \
	  rm -rf $(VENV)-plain && $(PYTHON) -m venv $(VENV)-plain && \
	  $(VENV)-plain/bin/python -m pip --disable-pip-version-check --quiet install $$file && \
	  $(BIN)/python tests/smoke.py $(VENV)-plain/bin/journey || exit 1; \
	done
	$(VENV)-dist/bin/cyclonedx-py environment $(VENV)-plain/bin/python --pyproject pyproject.toml \
	  --output-reproducible --output-file dist/journeycli.cdx.json

clean:
	rm -rf $(VENV) $(VENV)-bench $(VENV)-dist $(VENV)-plain dist build
