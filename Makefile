# make manual   the sample manual: output/*.pdf, *.docx, *.md
# make test     linter, type checker, generated files, tests
# make goldens  renew every generated file that the tests compare
# make bench    the figures of benchmarks/, as ratios
# make equality the whole sample in each layout and style: texts compared, files validated; minutes
# make gallery  the pictures of docs/gallery/
# make clean    remove what builds and tests leave behind; .venv stays
#
# The first run installs what is missing (system packages by apt, the rest into .venv and node_modules); later runs do not.

BIN := .venv/bin
# Where `docgen doctor --fetch-fonts` puts the Fandol fonts; it writes their licence last.
FONTS := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/docgen/fonts/COPYING
VALIDATOR := node_modules/.bin/ooxml-validator
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint setup/constraints.txt

.PHONY: manual test goldens bench equality gallery clean
.DELETE_ON_ERROR:

manual: .venv/manual.stamp $(FONTS)
	$(BIN)/docgen build

test: .venv/test.stamp $(FONTS) $(VALIDATOR)
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest

goldens: .venv/test.stamp $(FONTS) $(VALIDATOR)
	$(BIN)/pytest --renew

bench: .venv/bench.stamp $(FONTS)
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/handouts.py

equality: .venv/test.stamp $(FONTS) $(VALIDATOR)
	$(BIN)/python benchmarks/equality.py

gallery: .venv/test.stamp $(FONTS)
	$(BIN)/python docs/gallery/draw.py

clean:
	rm -rf output dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +

.venv/manual.stamp: pyproject.toml setup/constraints.txt setup/system-packages
	setup/system-packages manual
	test -x $(BIN)/python || setup/venv
	$(PIP_INSTALL) --editable .
	touch $@

.venv/test.stamp: .venv/manual.stamp
	setup/system-packages test
	$(PIP_INSTALL) --editable '.[dev]'
	touch $@

.venv/bench.stamp: .venv/test.stamp
	setup/system-packages bench
	touch $@

# Where the fonts can't be had, the build says so and names the ways out.
$(FONTS): | .venv/manual.stamp
	-$(BIN)/docgen doctor --fetch-fonts

# No lock file: the versions are exact already, and npm would lock the binary of this platform alone.
$(VALIDATOR): package.json | .venv/test.stamp
	npm install --no-package-lock --no-audit --no-fund --silent
	touch $@
