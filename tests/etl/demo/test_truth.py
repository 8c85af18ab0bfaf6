"""The demo read by a perfect reader says the figures of the committee of 31 March 2022."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl.demo.truth import write_truth
from programme import territory, vocabulary
from programme.settings import DEMO

HERE = Path(__file__).parent
AS_OF, PREVIOUS = "2022-03-31", "2020-03-12"
FOLLOWED, SETTLED, ABANDONED = 397, 130, 302
MET_TWICE = 2  # a second line, given up, of a family settled or followed elsewhere
SETTLED_BY_EPCI = {
    "Grand Cahors": 35,
    "Grand-Figeac": 27,
    "Causses et Vallée de la Dordogne": 25,
    "Vallée du Lot et du Vignoble": 14,
    "Quercy Blanc": 6,
    "Cazals-Salviac": 5,
    "Ouest Aveyron": 5,
    "Pays de Lalbenque-Limogne": 5,
    "Quercy-Bouriane": 5,
    "Causse de Labastide-Murat": 3,
}


@pytest.fixture(scope="module")
def truth() -> pd.DataFrame:
    return pd.read_csv(HERE / "truth.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def faults() -> pd.DataFrame:
    return pd.read_csv(HERE / "faults.csv", dtype=str, keep_default_na=False)


def settled(households: pd.DataFrame, as_of: str) -> pd.DataFrame:
    """The rows of A5: installed by then, accompanied or unsaid."""
    moved = households["installation_date"].between("2", as_of)
    return households[moved & households["attribution"].isin(["", "accompagne"])]


def followed(households: pd.DataFrame, as_of: str) -> pd.DataFrame:
    """The rows of A2: in contact by then, not yet settled, closed or departed."""
    ended = [households[name].between("2", as_of) for name in ("installation_date", "closing_date", "departure_date")]
    return households[(households["first_contact_date"] <= as_of) & ~(ended[0] | ended[1] | ended[2])]


def test_the_committee_of_2022_reads_130_and_397(truth: pd.DataFrame) -> None:
    assert (len(settled(truth, AS_OF)), len(followed(truth, AS_OF))) == (SETTLED, FOLLOWED)


def test_the_committee_of_2020_had_read_less(truth: pd.DataFrame) -> None:
    assert 35 <= len(settled(truth, PREVIOUS)) <= 45


def test_every_household_is_settled_followed_or_given_up(truth: pd.DataFrame) -> None:
    beside = truth["attribution"].value_counts()[["informe", "hors_dispositif"]].to_dict()
    assert beside == {"informe": 12, "hors_dispositif": 6}
    assert (truth["closing_date"] != "").sum() == ABANDONED + MET_TWICE
    assert len(truth) == SETTLED + FOLLOWED + ABANDONED + MET_TWICE + sum(beside.values())


def test_households_settled_by_epci(truth: pd.DataFrame) -> None:
    counts = settled(truth, AS_OF)["epci_code"].map(territory.epci_names()).value_counts().to_dict()
    assert counts == SETTLED_BY_EPCI


def test_one_file_an_epci(truth: pd.DataFrame) -> None:
    files = truth.groupby("epci_code")["source_file"].unique()
    assert files.map(len).to_list() == [1] * 10
    assert {name for names in files for name in names} <= {path.name for path in DEMO.iterdir()}


def test_every_date_is_one_by_the_committee(truth: pd.DataFrame) -> None:
    dates = truth.melt(value_vars=[name for name in truth if name.endswith("_date")])["value"]
    said = dates[dates != ""].map(date.fromisoformat)
    assert date(2019, 1, 1) <= said.min() <= said.max() <= date(2022, 3, 31)


def test_no_move_precedes_its_first_contact_but_outside_the_service(truth: pd.DataFrame) -> None:
    to_the_day = truth["first_contact_date_precision"].eq("day") & truth["installation_date_precision"].eq("day")
    early = truth[to_the_day & (truth["installation_date"] < truth["first_contact_date"])]
    assert set(early["attribution"]) == {"hors_dispositif"}


@pytest.mark.parametrize(
    ("column", "terms"),
    [
        ("status", vocabulary.Status),
        ("attribution", vocabulary.Attribution),
        ("profile", vocabulary.Profile),
        ("channel", vocabulary.Channel),
        ("housing_solution", vocabulary.HousingSolution),
        ("abandonment_reason", vocabulary.AbandonmentReason),
        ("age_band", vocabulary.AgeBand),
        ("first_contact_date_precision", vocabulary.Precision),
    ],
)
def test_every_code_of_the_list_occurs_and_no_other(truth: pd.DataFrame, column: str, terms: type) -> None:
    assert set(truth[column]) - {""} == {term.value for term in terms}


def test_home_is_mostly_in_the_epci_sometimes_next_door_or_nowhere_known(truth: pd.DataFrame) -> None:
    homes = truth[truth["installation_date"] != ""]
    in_epci = homes["commune_code"].map(territory.communes()["epci_code"]) == homes["epci_code"]
    assert in_epci.mean() > 0.75
    assert homes["commune_code"].eq("").any()
    assert homes["commune_code"].str.startswith("12").any()
    assert homes["commune_code"].eq("19031").any()


def test_the_planted_faults(faults: pd.DataFrame) -> None:
    assert faults.groupby(["verdict", "code"]).size().to_dict() == {
        ("cell", "installation_before_contact"): 2,
        ("cell", "unknown_commune"): 4,
        ("cell", "unknown_label"): 1,
        ("cell", "unknown_origin"): 1,
        ("cell", "unknown_number"): 1,
        ("row", "impossible_date"): 3,
        ("row", "negative_count"): 2,
        ("row", "nothing_to_trust"): 2,
    }


def test_a_rejected_line_is_no_household(truth: pd.DataFrame, faults: pd.DataFrame) -> None:
    place = ["source_file", "source_sheet", "source_row"]
    lines = pd.MultiIndex.from_frame(faults.loc[faults["verdict"] == "row", place])
    assert not lines.isin(pd.MultiIndex.from_frame(truth[place])).any()


@pytest.mark.whole
@pytest.mark.parametrize("name", ["truth.csv", "faults.csv"])
def test_committed_truth_is_what_the_script_writes(tmp_path: Path, name: str) -> None:
    write_truth(tmp_path)
    assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes()
