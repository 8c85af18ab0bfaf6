"""`python -m etl.arrivals.demo`: write a fictional file of residential moves in the layout of INSEE's flows."""

from pathlib import Path
from random import Random

from programme import territory
from programme.settings import DEMO

FOLDER = DEMO / "insee"
FILE = "base-flux-mobilite-residentielle-2019_fictif.csv"
HEADINGS = ("CODGEO", "LIBGEO", "DCRAN", "L_DCRAN", "NBFLUX_C19_POP01P")
ORIGINS = {
    "31555": "Toulouse (données fictives)",
    "75056": "Paris (données fictives)",
    "69123": "Lyon (données fictives)",
}
ARRIVALS_PER_INHABITANT = 0.03


def write_moves(folder: Path) -> Path:
    """Per commune, invented persons from three towns far away and from the next commune; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [HEADINGS, *(line for code in territory.communes().index for line in _lines(code))]
    path = folder / FILE
    path.write_text("".join(";".join(line) + "\n" for line in lines), encoding="utf-8", newline="")
    return path


def _lines(code: str) -> list[tuple[str, ...]]:
    chance, row = Random(f"moves {code}"), territory.communes().loc[code]
    came = row["population_count"] * ARRIVALS_PER_INHABITANT * chance.uniform(0.6, 1.4)
    shares = [chance.uniform(0.3, 0.5), chance.uniform(0.2, 0.35)]
    flows = zip(ORIGINS, (*shares, 1 - sum(shares)), strict=True)
    far = [(origin, ORIGINS[origin], came * share) for origin, share in flows]
    neighbours = territory.communes().index[territory.communes()["epci_code"] == row["epci_code"]]
    near = chance.choice(list(neighbours))
    moves = [*far, (near, territory.commune_names()[near], came * 0.8)]
    return [(code, row["commune_name"], origin, name, f"{persons:.4f}") for origin, name, persons in moves]


if __name__ == "__main__":
    print(write_moves(FOLDER).name)
