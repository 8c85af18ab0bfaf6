"""What a command says of the files it took."""

from etl.report import Report
from etl.told import tell_in_all


def test_many_files_are_told_in_all(capsys):
    each = [("a", "accepted"), ("b", "unchanged"), ("c", "unchanged"), ("d", "accepted"), ("d", "to_confirm")]
    tell_in_all([Report(name, status=status) for name, status in each])
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert said == "4 fichiers : 1 à confirmer, 1 accepté, 2 déjà connus.\n"
