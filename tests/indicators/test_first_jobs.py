"""First jobs by EPCI and by job: a class under five, no EPCI left out."""

from datetime import date

from indicators.first_jobs import first_jobs
from indicators.question import Question

AS_OF = Question(date(2022, 3, 31))
GRAND_FIGEAC = "200067361"


def test_under_five_the_class_and_not_the_count(households):
    settled = {"first_contact_date": "2021-01-01", "installation_date": "2021-06-01"}
    nurse = settled | {
        "is_first_job": True,
        "epci_code": GRAND_FIGEAC,
        "fap_code": "V1Z80",
        "occupation_code": "infirmier",
    }
    rows = households(*[nurse] * 6, settled | {"is_first_job": True}, settled | {"is_first_job": False}, settled)
    found = first_jobs({"households": rows}, AS_OF).set_index("name")

    bounds = found[["families_low", "families_high"]].agg(tuple, axis="columns").to_dict()
    assert len(found) == 11
    assert (bounds["Grand-Figeac"], bounds["Grand Cahors"], bounds["Infirmier"]) == ((6, 6), (1, 4), (6, 6))
    assert [name for name, told in bounds.items() if told == (0, 0)] == [
        *found.index.drop(["Grand-Figeac", "Grand Cahors", "Infirmier"])
    ]


def test_of_one_epci_only_its_own(households):
    found = first_jobs({"households": households()}, Question(date(2022, 3, 31), epci_code=GRAND_FIGEAC))
    assert found.to_numpy().tolist() == [["EPCI", "Grand-Figeac", 0, 0]]
