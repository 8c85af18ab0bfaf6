"""Runs every measurement and prints one line each: `make bench`."""

import importlib
import pkgutil

import tests.bench


def main() -> None:
    for module in sorted(pkgutil.iter_modules(tests.bench.__path__), key=lambda found: found.name):
        measures = getattr(importlib.import_module(f"tests.bench.{module.name}"), "measures", None)
        for ratio in measures() if measures else ():
            print(ratio, flush=True)


if __name__ == "__main__":
    main()
