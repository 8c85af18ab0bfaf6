"""What is common to headings and labels."""

import pytest

from etl.contacts.spellings import epcis_named_in, field_name, read_table
from programme import territory


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Suivi accueil Grand Cahors 2019-2022.xlsx", {"200023737"}),
        ("CAUVALDOR accueil Causses et Vallée de la Dordogne.xlsx", {"200066371"}),
        ("suivi_lalbenque-limogne_31-03-2022.csv", {"244600532"}),
        ("Causse de Labastide-Murat", {"244600573"}),
        ("Grand Cahors et Quercy Blanc", {"200023737", "200039519"}),
        ("tableau.xlsx", set()),
    ],
)
def test_epcis_named_in_a_title(text, codes):
    assert epcis_named_in(text) == codes


def test_each_epci_has_its_names():
    assert set(read_table("epcis")["epci_code"]) == set(territory.epcis().index)
    for code, name in territory.epci_names().items():
        assert epcis_named_in(name) == {code}


def test_a_field_is_called_by_its_first_spelling():
    assert field_name("first_contact_date") == "date de premier contact"
