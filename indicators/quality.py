"""How much the figures can be trusted: completeness, freshness, lines refused."""

from collections.abc import Mapping

import pandas as pd

from indicators.question import MEASURES, Question
from programme import territory
from programme.vocabulary import KEY_FIELDS, ImportKind

Tables = Mapping[str, pd.DataFrame]


def completeness(tables: Tables, question: Question) -> pd.DataFrame:
    """Q1: share of the key fields that are filled; by « field » or « epci »."""
    rows = _of_epci(tables["households"], question)
    told = rows[["epci_code", *KEY_FIELDS]].melt("epci_code", var_name="field", value_name="cell")
    told = told.rename(columns={"epci_code": "epci"}).assign(numerator=told["cell"].notna(), denominator=1)
    sums = _sums(told, question, ["numerator", "denominator"])
    sums["value"] = sums["numerator"] / sums["denominator"].where(sums["denominator"] > 0)
    return _answer(sums, question)


def days_since_last_file(tables: Tables, question: Question) -> pd.DataFrame:
    """Q2: days from the latest follow-up file received to the date d'arrêté, none where it came after; missing for an
    EPCI that sent none.

    In all, those of the EPCI longest unheard; `numerator` EPCIs were heard of `denominator` partners.
    """
    partners = sorted(territory.partner_epcis() if question.epci_code is None else {question.epci_code})
    received = follow_up_files(tables["imports"]).groupby("epci_code")["received_date"].max().reindex(partners)
    days = (pd.Timestamp(question.as_of) - received).dt.days.clip(lower=0)
    if question.by:
        return _answer(days.rename("value").rename_axis("epci").reset_index(), question)
    heard = {"value": days.max(), "numerator": days.notna().sum(), "denominator": len(days)}
    return _answer(pd.DataFrame([heard]), question)


def lines_refused(tables: Tables, question: Question) -> pd.DataFrame:
    """Q3: lines of the current files that were refused whole."""
    rows = tables["rejections"].merge(tables["imports"][["import_id", "epci_code"]], on="import_id")
    rows = _of_epci(rows[rows["is_row"] & rows["epci_code"].notna()], question)
    return _answer(_sums(rows.rename(columns={"epci_code": "epci"}).assign(value=1), question, ["value"]), question)


def duplicates_open(tables: Tables, question: Question) -> pd.DataFrame:
    """Q3D: pairs of files that may be one family, not decided yet; by EPCI, a pair of two counts in each."""
    pairs = tables["duplicates"]
    pairs = pairs[pairs["decision"] == "open"].reset_index(names="pair")
    owners = tables["households"].drop_duplicates("household_id").set_index("household_id")["epci_code"]
    sides = pd.concat([pairs["household_id"], pairs["other_household_id"]])
    told = pd.DataFrame({"pair": sides.index, "epci_code": owners.reindex(sides).to_numpy()})
    told = _of_epci(told, question).drop_duplicates().rename(columns={"epci_code": "epci"})
    if not question.by:
        told = told.drop_duplicates("pair")
    return _answer(_sums(told.assign(value=1), question, ["value"]), question)


def received_by_several(tables: Tables, question: Question) -> pd.DataFrame:
    """Q3F: families whom several partner EPCIs had received by the date d'arrêté; by EPCI, a family counts in each."""
    rows = tables["households"]
    rows = rows[rows["epci_code"].isin(territory.partner_epcis())]
    rows = rows[rows["first_contact_date"] <= pd.Timestamp(question.as_of)]
    is_shared = rows.groupby("family_id")["epci_code"].transform("nunique") > 1
    told = _of_epci(rows.loc[is_shared, ["family_id", "epci_code"]], question).drop_duplicates()
    if not question.by:
        told = told.drop_duplicates("family_id")
    told = told.rename(columns={"epci_code": "epci"}).assign(value=1)
    return _answer(_sums(told, question, ["value"]), question)


def follow_up_files(imports: pd.DataFrame) -> pd.DataFrame:
    """The imports that say how families stand, in the order in which they count: neither surveys nor lists of calls."""
    return imports[imports["kind"].isin([ImportKind.STATE, ImportKind.SUPPLEMENT])]


def _of_epci(rows: pd.DataFrame, question: Question) -> pd.DataFrame:
    return rows[rows["epci_code"] == question.epci_code] if question.epci_code else rows


def _sums(rows: pd.DataFrame, question: Question, columns: list[str]) -> pd.DataFrame:
    if question.by:
        return rows.groupby(list(question.by))[columns].sum().reset_index()
    return rows[columns].sum().to_frame().T


def _answer(sums: pd.DataFrame, question: Question) -> pd.DataFrame:
    answer = sums.reindex(columns=[*question.by, *MEASURES])
    answer["low"] = answer["high"] = answer["value"]
    return answer.astype(dict.fromkeys(MEASURES, "float64"))
