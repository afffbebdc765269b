# Two commands: `make run` serves Qiao with its demo zone, `make test` runs the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QIAO_VAR ?= var
.DEFAULT_GOAL := help
.PHONY: help run test test-postgres journeys lint format bench catalogue clean

help:
	@echo "make run        install, prepare the demo zone, serve"
	@echo "make test       install, check the code, run the tests (SQLite)"
	@echo "make lint       import contract, ruff, mypy, migrations, catalogues"
	@echo "make bench      measure quality and speed of the engines"
	@echo "make catalogue  collect strings and compile the translations"

$(VENV)/core: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	touch $@

$(VENV)/dev: $(VENV)/core requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m qiao.engines.plan.warm
	touch $@

CATALOGUES := $(wildcard src/qiao/config/locale/*/LC_MESSAGES/django.po)
$(VENV)/catalogues: $(VENV)/core $(CATALOGUES)
	$(BIN)/python -m qiao.config.catalogue compile
	touch $@

run: $(VENV)/catalogues
	$(BIN)/qiao serve --demo

test: $(VENV)/dev $(VENV)/catalogues
	$(BIN)/python -m pytest -n 2 -m "not journey"

test-postgres: $(VENV)/dev $(VENV)/catalogues
	$(BIN)/python -m tests.postgres -n 2 -m "not journey" --ignore=tests/house --ignore=tests/engines

journeys: $(VENV)/dev $(VENV)/catalogues
	$(BIN)/python -m pytest -m journey

lint: $(VENV)/dev $(VENV)/catalogues
	$(BIN)/lint-imports --no-cache
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src/qiao
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m qiao.config.catalogue check

format: $(VENV)/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.plan

catalogue: $(VENV)/dev
	$(BIN)/python -m qiao.config.catalogue collect
	$(BIN)/python -m qiao.config.catalogue compile

clean:
	rm -rf $(VENV) var
