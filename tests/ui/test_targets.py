"""A target set on screen goes through the import as any list of targets."""

from datetime import date, datetime

from etl.pipeline import Choices, import_file
from store import reads
from ui.targets import target_file

CAHORS = "200023737"


def test_what_is_set_on_screen_is_read_as_a_target_and_may_be_set_back(empty_store, tmp_path):
    for minute, value in enumerate((99, 120, 99)):
        upload = target_file("A5", "Grand Cahors", 2022, value, datetime(2022, 4, 1, 9, minute))
        (tmp_path / upload.name).write_bytes(upload.content)
        report = import_file(empty_store, tmp_path / upload.name, Choices(received_date=date(2022, 4, 1)))
        assert (report.status, report.kind, report.accepted, report.epci_code) == ("accepted", "targets", 1, None)
        targets = reads.read_table(empty_store, "targets")
        assert targets[["figure", "epci_code", "target_year", "value"]].to_numpy().tolist() == [
            ["A5", CAHORS, 2022, value]
        ]


def test_a_target_of_the_whole_programme_has_no_epci(empty_store, tmp_path):
    upload = target_file("A1", "Tout le programme", 2023, 400, datetime(2022, 4, 1))
    (tmp_path / upload.name).write_bytes(upload.content)
    import_file(empty_store, tmp_path / upload.name, Choices(received_date=date(2022, 4, 1)))
    assert reads.read_table(empty_store, "targets")["epci_code"].to_list() == [""]
