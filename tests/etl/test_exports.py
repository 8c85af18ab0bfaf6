"""Flat exports, one row a household, ISO dates and codes: layouts like others, read without a question."""

import pytest
from pandas.testing import assert_frame_equal

from etl.__main__ import main
from etl.pipeline import import_file, receive_file
from etl.report import Choices
from store import reads, schema
from tests.etl.making import write_csv

CAHORS, FIGEAC = "200023737", "200067361"
pytestmark = pytest.mark.whole

TOOL = [
    line.split(";")
    for line in (
        "id_dossier;siren_epci;statut;date_premier_contact;canal;profil;departement_origine;pays_origine;"
        "commune_souhaitee;date_visite;date_installation;commune_installation;nb_adultes;nb_enfants",
        f"D1;{CAHORS};installe;2021-01-11;bouche_a_oreille;demandeur_emploi;75;FR;46042;2021-03-02;2021-08-30;46224;2;0",
        f"D2;{FIGEAC};suivi;2021-02-03;france_travail;createur_repreneur;;BE;46102;;;;1;3",
    )
]
# In the order of the export's columns.
TOLD = ["dossier_ref", "epci_code", "status", "first_contact_date", "channel", "profile", "origin_departement_code"]
TOLD += ["origin_country_code", "target_commune_code", "visit_date", "installation_date", "commune_code"]
TOLD += ["adults_count", "children_count"]
IDS = [name for name in schema.HOUSEHOLD_IDS if name != "dossier_ref"]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_the_export_of_the_follow_up_tool(tmp_path, empty_store, delimiter):
    path = write_csv(tmp_path / "export.csv", TOOL, delimiter=delimiter)
    assert [(report.status, report.problems) for report in receive_file(empty_store, path)] == [("accepted", [])] * 2
    rows = reads.read_table(empty_store, "households").sort_values("dossier_ref")[TOLD]
    for name in rows.select_dtypes("datetime"):
        rows[name] = rows[name].dt.strftime("%Y-%m-%d")
    said = rows.astype(object).where(rows.notna(), "").astype(str).to_numpy().tolist()
    assert said == TOOL[1:]


@pytest.mark.whole
def test_what_this_tool_exports_is_read_back(tmp_path, empty_store, one_epci_store, chosen):
    path = tmp_path / "households.csv"
    with chosen(store=one_epci_store):
        main(["export", "households", "-o", str(path)])
    report = import_file(empty_store, path)
    assert (report.status, report.rejected, report.problems) == ("accepted", 0, [])
    before, after = (
        reads.read_table(store, "households").sort_values("dossier_ref").drop(columns=IDS).reset_index(drop=True)
        for store in (one_epci_store, empty_store)
    )
    assert_frame_equal(after, before)


def test_precisions_and_occupations_come_back_as_they_were_exported(tmp_path, empty_store):
    headings = ["dossier_ref", "status", "first_contact_date", "first_contact_date_precision", "occupation_code"]
    rows = [
        ["D1", "suivi", "2021-03-01", "month", "cadre_hotellerie"],
        ["D2", "suivi", "2020-01-01", "year", "paramedical"],
        ["D3", "suivi", "2021-03-01", "day", ""],
    ]
    report = import_file(
        empty_store, write_csv(tmp_path / "households.csv", [headings, *rows]), Choices(epci_code=CAHORS)
    )
    assert (report.status, report.problems) == ("accepted", [])
    kept = reads.read_table(empty_store, "households").sort_values("dossier_ref")[headings]
    kept["first_contact_date"] = kept["first_contact_date"].dt.strftime("%Y-%m-%d")
    assert kept.astype(object).where(kept.notna(), "").to_numpy().tolist() == rows
