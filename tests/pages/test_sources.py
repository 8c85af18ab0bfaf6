"""What each figure means, in print."""

import pytest

import figures
from charts.labels import FIGURE_FAMILIES

pytestmark = pytest.mark.whole


def test_every_figure_is_printed_with_its_definition_and_formula(on_demo):
    text = "".join(on_demo("sources").body.itertext())
    for entry in figures.catalog().values():
        for said in (entry.title, entry.definition, entry.formula, entry.caveat, entry.source):
            assert said in text


def test_every_figure_belongs_to_a_family():
    assert {entry.id[0] for entry in figures.catalog().values()} == set(FIGURE_FAMILIES)


def test_the_territory_has_its_producers_and_licences(on_demo):
    text = " ".join(on_demo("sources").texts("lot-source"))
    assert "Licence Ouverte" in text
    assert "INSEE RP 2022" in text


def test_the_public_data_imported_say_their_year_producer_and_licence(on_demo):
    headings, *lines = on_demo("sources").rows("Données publiques par commune")
    assert headings == ["Donnée", "Années", "Communes", "Producteur et licence"]
    told = {name: rest for name, *rest in lines}
    assert told["Accès à un médecin généraliste"] == [
        "2019 et 2020",
        "345",
        "DREES, accessibilité potentielle localisée (Licence Ouverte)",
    ]


def test_definitions_are_there_before_any_file(opened, empty_store):
    screen = opened(empty_store, "sources")
    folded = [part.label for part in screen.app.expander]
    assert folded == [*FIGURE_FAMILIES.values(), "Lire la déclaration d'accessibilité"]
    assert not screen.app.exception
    assert "docs/donnees-ouvertes.md" in "".join(screen.texts("lot-action"))


def test_the_accessibility_statement_is_told_whole(on_demo):
    screen = on_demo("sources")
    assert "Accessibilité : partiellement conforme" in screen.texts("lot-heading")
    assert "à compléter par le département" in screen.sent
