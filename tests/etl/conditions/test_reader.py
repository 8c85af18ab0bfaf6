"""Each layout on a miniature of its published file: values, years, present communes, and what is absent."""

import pytest

from etl.problems import RefusedFile
from tests.etl.conditions import miniatures
from tests.etl.making import write_xlsx

CAHORS, SAINT_MEDARD, LHOSPITALET, LUZECH = "46042", "46280", "46172", "46191"
SPEEDS = "code_insee;nbr;type;inel_hd;elig_hd05;elig_hd3;elig_bhd8;elig_thd30;elig_thd100;elig_thd1g;date\n"


def test_rents_are_read_from_old_encodings_and_merge_by_their_mean(facts):
    assert facts(miniatures.RENTS, "indicateurs-loyers-appartements-2018.csv") == [
        (CAHORS, "loyer_appartement", 2018, 9.15643968, 3581),
        (LHOSPITALET, "loyer_appartement", 2018, 7.5, 500),
    ]


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("2024-pred-app-mef-dhup.csv", "loyer_appartement"),
        ("pred-app12-mef-dhup_2024.csv", "loyer_appartement_t1_t2"),
        ("pred-app3-mef-dhup_2024.csv", "loyer_appartement_t3"),
        ("pred-mai-mef-dhup_2024.csv", "loyer_maison"),
    ],
)
def test_recent_rents_tell_the_dwelling_by_their_name_alone(facts, name, indicator):
    content = (
        '"id_zone";"INSEE_C";"LIBGEO";"EPCI";"DEP";"REG";"loypredm2";"lwr.IPm2";"upr.IPm2";"TYPPRED";"nbobs_com";'
        '"nbobs_mail";"R2_adj"\n'
        '"1";"46042";"Cahors";"200023737";"46";"76";9,48108601820233;6,60248185;10,8942094;"commune";1044;1044;0,71\n'
    ).encode("latin-1")
    assert facts(content, name) == [(CAHORS, indicator, 2024, 9.48108601820233, 1044)]


def test_rents_of_an_unknown_dwelling_are_refused(read):
    with pytest.raises(RefusedFile) as refused:
        read(miniatures.RENTS, "loyers_2018.csv")
    assert refused.value.problem.code == "dwelling_unknown"


def test_no_sale_is_no_price_and_prices_merge_by_sales(facts):
    assert facts(miniatures.SALES, "dvf-communes-2019.csv") == [
        (CAHORS, "prix_m2", 2019, 1453.0, 175),
        (CAHORS, "ventes", 2019, 175.0, None),
        (LHOSPITALET, "prix_m2", 2019, 1250.0, 4),
        (LHOSPITALET, "ventes", 2019, 4.0, None),
    ]


def test_recent_sales_tell_their_year_line_by_line(facts):
    content = (
        b"INSEE_COM,annee,nb_mutations,NbMaisons,NbApparts,propmaison,propappart,PrixMoyen,Prixm2Moyen,SurfaceMoy\n"
        b"46042,2023,180,90,90,50,50,140000,1510.5,92\n46042,2024,160,80,80,50,50,142000,1530,92\n"
    )
    assert facts(content, "communesdvf.csv") == [
        (CAHORS, "prix_m2", 2023, 1510.5, 180),
        (CAHORS, "prix_m2", 2024, 1530.0, 160),
        (CAHORS, "ventes", 2023, 180.0, None),
        (CAHORS, "ventes", 2024, 160.0, None),
    ]


def test_a_tax_may_be_told_without_its_rate(facts):
    assert facts(miniatures.TAX, "taxe-2023.csv") == [
        (CAHORS, "taxe_vacance", 2023, 1.0, None),
        (CAHORS, "taxe_vacance_taux", 2023, 0.169566150439648, None),
        (LUZECH, "taxe_vacance", 2023, 1.0, None),
        (SAINT_MEDARD, "taxe_vacance", 2023, 0.0, None),
    ]


def test_a_dash_is_zero_for_the_arcep_and_premises_add_up(facts):
    assert facts(miniatures.PREMISES, "communes.csv") == [
        (CAHORS, "locaux", 2018, 13615.0, None),
        (SAINT_MEDARD, "locaux", 2018, 129.0, None),
    ]


def test_of_two_lines_the_premises_are_read_and_of_quarters_the_latest(facts):
    assert facts(miniatures.FIBRE, "ftthCommunes.csv") == [
        (CAHORS, "locaux_fibre", 2017, 2301.0, None),
        (CAHORS, "locaux_fibre", 2018, 2516.0, None),
        (SAINT_MEDARD, "locaux_fibre", 2017, 0.0, None),
        (SAINT_MEDARD, "locaux_fibre", 2018, 1012.0, None),
    ]


def test_technologies_count_all_premises_once_and_bear_their_date(facts):
    assert facts(miniatures.TECHNOLOGIES, "commune_techno.csv") == [
        (CAHORS, "locaux", 2024, 13615.0, None),
        (CAHORS, "locaux_fibre", 2024, 13001.0, None),
    ]


def test_speeds_by_wire_are_read(facts):
    content = (SPEEDS + "46042;1000;all;20;980;970;950;940;930;900;2024-12-31\n").encode()
    assert facts(content, "commune_debit_filaire.csv") == [
        (CAHORS, "locaux", 2024, 1000.0, None),
        (CAHORS, "locaux_30m", 2024, 940.0, None),
    ]


def test_speeds_that_count_satellites_are_refused(read):
    with pytest.raises(RefusedFile) as refused:
        read((SPEEDS + "46042;1000;all;0;1000;1000;1000;1000;930;900;2024-12-31\n").encode(), "commune_debit.csv")
    assert refused.value.problem.code == "satellite_counted"
    assert "commune_techno.csv" in refused.value.problem.message


def test_a_merged_commune_is_in_a_programme_when_one_of_its_parts_is(read):
    rows = read(miniatures.PROGRAMMES, "ngeo-anct-cog2023.csv").rows
    found = {(row.commune_code, row.indicator): row.value for row in rows.itertuples()}
    assert set(rows["condition_year"]) == {2023}
    assert [found[CAHORS, name] for name in ("acv", "pvd", "france_services", "territoires_industrie")] == [1, 0, 1, 1]
    assert (found[LHOSPITALET, "villages_avenir"], found[LHOSPITALET, "acv"]) == (1, 0)


def test_vacancies_bear_their_years_and_a_secret_is_unknown(facts):
    assert facts(miniatures.VACANCIES, "Lovac_opendata_Communes.csv") == [
        (CAHORS, "logements_prives", 2023, 12000.0, None),
        (CAHORS, "logements_prives", 2024, 12100.0, None),
        (CAHORS, "logements_vacants", 2024, 1400.0, None),
        (CAHORS, "logements_vacants", 2025, 1350.0, None),
        (CAHORS, "logements_vacants_2ans", 2024, 700.0, None),
        (CAHORS, "logements_vacants_2ans", 2025, 680.0, None),
        (SAINT_MEDARD, "logements_prives", 2023, 130.0, None),
        (SAINT_MEDARD, "logements_prives", 2024, 131.0, None),
        (SAINT_MEDARD, "logements_vacants", 2024, 18.0, None),
    ]


def test_the_density_grid_has_two_rows_of_headings_under_its_titles(facts, tmp_path):
    titles = [["Grille de densité 2025"], ["France – Niveau de densité"], ["Mise en ligne le 21/07/2025"]]
    headings = ["\nCode \nCommune\n", "Libellé des communes\n", "Degré de densité\n(3 postes)"]
    headings += ["Population \nmunicipale \n2022", "Degré de densité\n(7 postes)"]
    codes = ["CODGEO", "LIBGEO", "DENS", "PMUN22", "DENS7"]
    by_epci = [["ECPI", "LIB_EPCI", "DENS"], ["200023737", "Grand Cahors", 3]]
    cahors = ["46042", "Cahors", 2, 19937, 3]
    path = write_xlsx(
        tmp_path / "f.xlsx",
        {"Maille communale": [*titles, headings, codes, cahors], "Maille EPCI": [*titles, *by_epci]},
    )
    assert facts(path.read_bytes(), "density.xlsx") == [(CAHORS, "densite", 2025, 3.0, None)]


def test_access_to_doctors_is_read_in_each_sheet_with_its_year(facts, tmp_path):
    def sheet(year: int, value: float) -> list[list]:
        headings = ["Code commune INSEE", "Commune", "APL aux médecins généralistes"]
        headings += [
            "APL aux médecins généralistes de 65 ans et moins ",
            "APL aux médecins généralistes de 62 ans et moins",
        ]
        headings += [f"Population standardisée {year - 2} pour la médecine générale", f"Population totale {year - 2}"]
        titles = [["Indicateur d'accessibilité potentielle localisée (APL)"], [], [f"Millésime : {year}"]]
        unit = "En nombre de consultations/visites accessibles par an par habitant standardisé"
        notes = [["Champ : France hors Mayotte."], []]
        return [*titles, *notes, headings, [None, None, unit], ["46042", "Cahors", value, 2, 1.8, 20500.4, 19937]]

    path = write_xlsx(
        tmp_path / "f.xlsx", {"Paramètres": [["Notes"]], "APL 2022": sheet(2022, 3.4), "B": sheet(2023, 3)}
    )
    assert facts(path.read_bytes(), "apl.xlsx") == [
        (CAHORS, "apl_generalistes", 2022, 3.4, None),
        (CAHORS, "apl_generalistes", 2023, 3.0, None),
        (CAHORS, "population_apl", 2022, 20500.4, None),
        (CAHORS, "population_apl", 2023, 20500.4, None),
    ]


def test_every_line_is_accounted_for(read):
    reading = read(miniatures.FIBRE, "ftthCommunes.csv")
    assert (reading.read, reading.accepted, reading.rejected, reading.left_out) == (4, 2, 0, 2)
    assert reading.problems == []


def test_a_bad_cell_costs_the_cell_and_a_bad_line_the_line(read):
    content = (
        b"code_commune;type_taxe;taux\n46042;THLV;16,9 %\n46999;THLV;0.1\n46280;THLV;7\nTotal;;\n82008;THLV;0.04\n"
    )
    reading = read(content, "taxe-2023.csv")
    assert (reading.read, reading.accepted, reading.rejected, reading.left_out) == (5, 2, 1, 2)
    assert [(problem.code, problem.row, problem.column) for problem in reading.problems] == [
        ("bad_number", 2, "taux"),
        ("unknown_commune", 3, "code_commune"),
        ("bad_number", 4, "taux"),
    ]
    assert set(reading.rows["indicator"]) == {"taxe_vacance"}
    assert not any("16,9" in problem.message for problem in reading.problems)


def test_lines_that_disagree_are_refused_and_copies_count_once(read):
    content = b"code_commune;type_taxe;taux\n46042;THLV;0.1\n46042;THLV;0.2\n46280;THLV;0.1\n46280;THLV;0.1\n"
    reading = read(content, "taxe-2023.csv")
    assert [(problem.code, problem.row) for problem in reading.problems] == [
        ("contradictory_lines", 2),
        ("contradictory_lines", 3),
    ]
    assert (reading.accepted, reading.rejected) == (2, 2)
    rates = reading.rows[reading.rows["indicator"] == "taxe_vacance_taux"]
    assert rates[["commune_code", "value"]].to_numpy().tolist() == [["46280", 0.1]]


def test_a_file_without_the_territory_is_refused(read):
    with pytest.raises(RefusedFile) as refused:
        read(b"code_commune;type_taxe;taux\n33063;TLV;0.17\n", "taxe-2023.csv")
    assert refused.value.problem.code == "no_rows"


@pytest.mark.parametrize(
    ("name", "content", "year"),
    [
        (
            "diffusion-zonages-zrr-cog2021.csv",
            "CODGEO;LIBGEO;ZRR_SIMP;ZONAGE_ZRR\n46042;Cahors;NC - Commune non classée;\n46280;;C - Classée en ZRR;\n"
            "46172;Lhospitalet;;\n75056;Paris;NC - Commune non classée;\n",
            2021,
        ),
        (
            "liste-communes.csv",
            "Code_insee;Departement;Commune;Classement FRR et FRR+ au 10 juillet 2025;\n46042;46;Cahors;Non classée;\n"
            "46280;46;;FRR socle;\n75056;75;Paris;Non classée;\n",
            2025,
        ),
    ],
)
def test_zones_of_rural_revitalisation_are_read_under_both_their_names(facts, name, content, year):
    assert facts(content.encode(), name) == [
        (CAHORS, "revitalisation", year, 0.0, None),
        (SAINT_MEDARD, "revitalisation", year, 1.0, None),
    ]
