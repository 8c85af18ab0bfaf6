# The commands of the project; README.md shows the two that matter.
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin
# A file stays with one worker: its tests share what they open. Two browsers, each with its own server and store.
UNITS = $(BIN)/pytest -m "not browser and not whole" -n auto --dist loadfile
WHOLE = $(BIN)/pytest -m whole -n auto --dist loadfile
BROWSE = $(BIN)/pytest -m browser -n 2 --dist loadfile
# Modules and tests are compiled once and not at each start, wherever make is called from.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check setup bench screens demo browser format

run: setup demo
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/.installed-dev browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(UNITS)
	$(WHOLE)
	$(BROWSE) || $(BROWSE) --last-failed  # a busy machine gets a second look

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(UNITS)

setup: .venv/.installed

bench: .venv/.installed-dev browser
	$(BIN)/python -m tests.bench

# Every page's picture, into docs/screens.
screens: .venv/.installed-dev browser
	$(BIN)/python -m tests.browser.screens

# The demo is loaded only into an empty store.
demo: setup
	@$(BIN)/python -m etl demo

format: .venv/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/.installed: requirements.txt
	@$(PYTHON) -c "import ensurepip" 2>/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements.txt requirements-dev.txt .venv/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# A system Chromium when there is one or when root may install it, else Playwright's own download.
browser: .venv/.installed-dev
	@command -v chromium >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } \
	|| $(BIN)/playwright install chromium
