"""Occupations as people write them: right, or asked; almost never wrong."""

import csv
from pathlib import Path

import pytest

from etl.occupations import Understanding, understand
from programme.jobs import occupations

LISTS = {
    name: list(csv.DictReader((Path(__file__).parent / f"{name}.csv").open(encoding="utf-8")))
    for name in ("said", "said_harder")
}
ASKED, NOTHING = "?", "-"


def jobs(code):
    return tuple(occupations().loc[code, ["fap_2009", "fap_2021"]])


def verdict(text, expected):
    """right, asked, wrong or lost: what became of one text."""
    found = understand(text)
    if expected == NOTHING:
        return {"nothing": "right", "doubtful": "asked", "sure": "wrong", "unknown": "lost"}[found.kind]
    if found.kind == "sure":
        return "right" if expected != ASKED and jobs(found.code) == jobs(expected) else "wrong"
    if found.kind == "doubtful":
        return "asked" if expected == ASKED or expected in found.candidates else "asked of others"
    return "lost"


@pytest.mark.parametrize(("name", "fewest"), [("said", 300), ("said_harder", 100)])
def test_at_least_95_in_100_are_right_or_asked_and_at_most_one_is_wrong(name, fewest):
    said = LISTS[name]
    verdicts = [verdict(row["text"], row["occupation_code"]) for row in said]

    assert len({row["text"] for row in said}) == len(said) >= fewest
    assert sum(found in ("right", "asked") for found in verdicts) >= 0.95 * len(said)
    assert verdicts.count("wrong") <= 0.01 * len(said)


@pytest.mark.parametrize("version", [2009, 2021])
def test_the_job_of_each_vintage_is_the_one_its_labels_name(version):
    """The right jobs were written from the survey's labels alone: any of those told is right, none tells no job."""
    path = Path(__file__).parent / "said_by_job.csv"
    said = list(csv.DictReader(path.open(encoding="utf-8")))
    verdicts = [job_verdict(row["text"], row[f"fap_{version}"].split("/"), version) for row in said]

    assert len(said) >= 300
    assert sum(found in ("right", "asked") for found in verdicts) >= 0.95 * len(said)
    assert verdicts.count("wrong") <= 0.01 * len(said)


def job_verdict(text, expected, version):
    found = understand(text)
    proposed = {jobs(code)[version == 2021] for code in (found.code, *found.candidates) if code}
    if found.kind in ("nothing", "unknown"):
        return "right" if expected == [NOTHING] else "lost"
    if found.kind == "sure":
        return "right" if proposed <= set(expected) else "wrong"
    return "asked" if expected in ([ASKED], [NOTHING]) or proposed & set(expected) else "asked of others"


@pytest.mark.parametrize(("name", "share"), [("said", 0.9), ("said_harder", 0.75)])
def test_most_are_right_without_asking(name, share):
    told = [row for row in LISTS[name] if row["occupation_code"] not in (ASKED, NOTHING)]
    right = [row for row in told if verdict(row["text"], row["occupation_code"]) == "right"]

    assert len(right) >= share * len(told)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("infirmière libérale", "infirmier"),
        ("IDE", "infirmier"),
        ("chaudronnier-soudeur", "chaudronnier"),
        ("dev web", "dev_web"),
        ("prof des écoles", "professeur_ecoles"),
        ("AIDE SOIGNANT(E)", "aide_soignant"),
        ("Éducateur·rice spécialisé·e", "educateur"),
        ("serveur/euse", "serveur"),
        ("infirmier / infirmière", "infirmier"),
        ("plombiers, chauffagistes", "plombier"),
        ("cuisinier en CDI à Cahors", "cuisinier"),
        ("I.D.E. libérale", "infirmier"),
        ("lignard", "monteur_reseaux"),
    ],
)
def test_what_is_sure(text, code):
    assert understand(text) == Understanding("sure", code)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("cherche dans le soin", ("aide_soignant", "infirmier", "aide_domicile")),
        ("AS", ("aide_soignant", "travailleur_social")),
        ("maçon, taille de pierre", ("macon", "tailleur_de_pierre")),
        ("infirmière et maçon", ("infirmier", "macon")),
        ("vendeur en informatique", ("vendeur", "dev_web", "ingenieur_informatique", "technicien_informatique")),
    ],
)
def test_the_doubtful_has_candidates_and_no_code(text, candidates):
    assert understand(text) == Understanding("doubtful", None, candidates)


@pytest.mark.parametrize("text", ["", " - ", "retraitée", "EN RECHERCHE D'EMPLOI", "sans emploi", "à définir"])
def test_what_tells_no_occupation(text):
    assert understand(text).kind == "nothing"


@pytest.mark.parametrize("text", ["xyzzy", "zorglubeur", "12/03/2021", "M. Durand", "<script>", "é" * 500])
def test_what_is_unknown_stays_unknown(text):
    assert understand(text).kind == "unknown"


def test_a_short_word_is_never_bent_into_another():
    assert understand("mason").kind != "sure"
    assert understand("coureur") == Understanding("doubtful", None, ("couvreur",))
