"""Targets sent alone, by a form or a workbook, add to the programme's workbook and leave its committees."""

from datetime import date

from openpyxl import Workbook

from etl.pipeline import Choices, import_file
from programme.settings import DEMO
from store import reads
from store.engine import open_store


def test_targets_alone_replace_the_same_targets_and_nothing_else(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'targets.sqlite'}")
    import_file(store, DEMO / "Programme Oh My Lot (fictif).xlsx", Choices(received_date=date(2022, 3, 31)))
    before = reads.read_table(store, "targets")
    workbook = Workbook()
    for row in (["Indicateur", "EPCI", "Année", "Valeur"], ["A5", "Grand Cahors", 2022, 99]):
        workbook.active.append(row)
    workbook.save(tmp_path / "objectifs.xlsx")
    report = import_file(store, tmp_path / "objectifs.xlsx", Choices(received_date=date(2022, 4, 1)))
    assert (report.status, report.kind) == ("accepted", "targets")
    after = reads.read_table(store, "targets")
    changed = after[(after["epci_code"] == "200023737") & (after["figure"] == "A5") & (after["target_year"] == 2022)]
    assert changed["value"].to_list() == [99.0]
    assert len(after) == len(before)
    assert len(reads.read_table(store, "committees")) == 5
