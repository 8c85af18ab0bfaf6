"""Needs beside the offer, EPCI by EPCI -> bars in the same order, the message, and the table."""

import pandas as pd

from charts.conditions import SHOWN
from programme import territory, wording

MET, UNMET, UNKNOWN = "Satisfait", "Sans réponse", "Suite non notée"
NOT_TOLD = "besoins non notés"
NO_DATA = "pas de données"
MANY = 10


def fates(rows: pd.DataFrame) -> pd.DataFrame:
    """What became of the need, from the rows of indicators.crossing: `label`, `value`."""
    return pd.DataFrame(
        {"label": [MET, UNMET, UNKNOWN], "value": [float(rows[name].sum()) for name in ("met", "unmet", "unknown")]}
    )


def need_bars(rows: pd.DataFrame) -> pd.DataFrame:
    """One bar per EPCI: families whose need is surely unmet, and those of whom nobody wrote what became of it."""
    bars = pd.DataFrame({"label": _names(rows), "value": rows["unmet"], "low": rows["unmet"]})
    bars["high"] = rows["unmet"] + rows["unknown"]
    bars["words"] = [_need_words(row) for row in rows.itertuples()]
    return bars.astype({"value": float, "low": float, "high": float})


def offer_bars(rows: pd.DataFrame, figure: str) -> pd.DataFrame:
    """One bar per EPCI, in the order of the rows: what the place offers."""
    shown = SHOWN[figure]
    words = [shown.words(value) if value == value else NO_DATA for value in rows["offer"]]
    return pd.DataFrame({"label": _names(rows), "value": rows["offer"].astype(float), "words": words})


def put_forward(rows: pd.DataFrame) -> list[str]:
    """The names of the EPCIs where many needs are unmet and the offer is thin."""
    return _names(rows[rows["is_first"]])


def message(rows: pd.DataFrame, figure: str | None) -> tuple[str, str]:
    """The title, which is what the crossing says, and the rule that it follows."""
    if figure is None or rows["offer"].isna().all():
        return "Où ce besoin reste sans réponse", "Foyers en contact, par EPCI"
    shown = SHOWN[figure]
    if not shown.worse:
        title = f"{shown.name} et besoins sans réponse, EPCI par EPCI"
        return title, "Plus ou moins n'est pas ici une offre meilleure : à lire côte à côte"
    whole = f"{shown.worse} que dans l'ensemble ({shown.words(rows['offer_of_all'].iloc[0])})"
    first, maybe = put_forward(rows), _names(_to_check(rows))
    if first:
        return f"D'abord {wording.listed(first)}", f"{MANY} foyers sans réponse ou plus, et {whole}"
    if maybe:
        told = f"peut-être {MANY} foyers sans réponse, dont la suite n'est pas notée, et {whole}"
        return f"À vérifier : {wording.listed(maybe)}", wording.sentence(told)
    return "Aucun EPCI n'a beaucoup de besoins sans réponse et une offre plus mince", wording.sentence(
        f"il faudrait {MANY} foyers sans réponse, et {whole}"
    )


def crossing_rows(rows: pd.DataFrame, figure: str | None) -> pd.DataFrame:
    """The table behind the bars."""
    table = pd.DataFrame(
        {
            "EPCI": _names(rows),
            "Besoin exprimé": _counts(rows, "expressed"),
            MET: _counts(rows, "met"),
            UNMET: _counts(rows, "unmet"),
            UNKNOWN: _counts(rows, "unknown"),
            "Foyers perdus": rows["lost"].astype(float).to_list(),
        }
    )
    if figure and rows["offer"].notna().any():
        table[SHOWN[figure].name] = offer_bars(rows, figure)["words"]
    return table


def _to_check(rows: pd.DataFrame) -> pd.DataFrame:
    is_thin = rows["is_thin"].fillna(False).astype(bool)
    return rows[is_thin & (rows["unmet"] < MANY) & (rows["unmet"] + rows["unknown"] >= MANY)]


def _need_words(row) -> str:
    if not row.is_told:
        return NOT_TOLD
    most = row.unmet + row.unknown
    if row.unmet == most:
        return wording.counted(most, "foyer")
    return (
        f"{wording.number_range(row.unmet, most)} foyers" if row.unmet else f"{wording.number(most)} sans suite notée"
    )


def _counts(rows: pd.DataFrame, name: str) -> list[float]:
    """Missing where the EPCI writes no need: unknown is not zero."""
    return rows[name].astype(float).where(rows["is_told"]).to_list()


def _names(rows: pd.DataFrame) -> list[str]:
    return [territory.epci_names()[code] for code in rows["epci"]]
