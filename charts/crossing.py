"""Needs beside the offer, EPCI by EPCI -> bars in the same order, the message, and the table."""

import pandas as pd

from charts.conditions import SHOWN
from programme import territory, wording

MET, UNMET, UNKNOWN = "Satisfait", "Sans réponse", "Suite non notée"
NOT_TOLD = f"non{wording.NBSP}noté"
NO_DATA = "pas de données"
MANY = 10
KEY = (
    f"Mis en avant : {MANY} foyers sans réponse ou plus, une offre plus mince que dans l'ensemble ; en gras, les deux. "
    "En pâle : besoins dont la suite n'est pas notée."
)
KEY_OF_NEEDS = "En pâle : besoins dont la suite n'est pas notée."


def fates(rows: pd.DataFrame) -> pd.DataFrame:
    """What became of the need, from the rows of indicators.crossing: one bar each, pale where it is not written."""
    values = [float(rows[name].sum()) for name in ("met", "unmet", "unknown")]
    bars = pd.DataFrame({"label": [MET, UNMET, UNKNOWN], "value": values, "low": [*values[:2], 0.0], "high": values})
    return bars.assign(words=[wording.counted(value, "foyer") for value in values])


def fates_message(rows: pd.DataFrame) -> str:
    """« 232 foyers sur 304 restent sans réponse »: of those whose end is written."""
    met, unmet, unknown = (float(rows[name].sum()) for name in ("met", "unmet", "unknown"))
    if not met + unmet:
        return "La suite de ces besoins n'est pas notée" if unknown else "Personne n'a exprimé ce besoin"
    if not unmet:
        return "Tous les besoins dont on sait la suite sont satisfaits"
    stay = wording.agreed(unmet, "reste", "restent")
    return f"{wording.counted(unmet, 'foyer')} sur {wording.number(met + unmet)} {stay} sans réponse"


def need_bars(rows: pd.DataFrame) -> pd.DataFrame:
    """One bar per EPCI: families whose need is surely unmet, and those of whom nobody wrote what became of it."""
    bars = pd.DataFrame({"label": _names(rows), "value": rows["unmet"], "low": rows["unmet"]})
    bars["high"] = rows["unmet"] + rows["unknown"]
    bars["words"] = [_need_words(row) for row in rows.itertuples()]
    return bars.astype({"value": float, "low": float, "high": float})


def offer_bars(rows: pd.DataFrame, figure: str) -> pd.DataFrame:
    """One bar per EPCI, in the order of the rows: what the place offers, its unit being in the heading."""
    words = [SHOWN[figure].short(value) if value == value else NO_DATA for value in rows["offer"]]
    return pd.DataFrame({"label": _names(rows), "value": rows["offer"].astype(float), "words": words})


def put_forward(rows: pd.DataFrame) -> list[str]:
    """The names of the EPCIs where many needs are unmet and the offer is thin."""
    return _names(rows[rows["is_first"]])


def is_ranked(rows: pd.DataFrame) -> bool:
    """Whether some EPCI may have enough unmet needs for their order to mean something."""
    return bool((rows["unmet"] + rows["unknown"]).max() >= MANY)


def in_their_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The EPCIs from the most to the least inhabited, as everywhere that ranks nobody."""
    ranks = {code: rank for rank, code in enumerate(territory.epci_names())}
    return rows.sort_values("epci", key=lambda codes: codes.map(ranks), ignore_index=True)


def silent_epcis(rows: pd.DataFrame) -> list[str]:
    """The names of the EPCIs that write no need at all."""
    return _names(rows[~rows["is_told"]])


def with_many(rows: pd.DataFrame, figure: str) -> list[str]:
    """The names of the EPCIs where many needs are unmet; of none where no side of the offer is better."""
    return _names(rows[rows["unmet"] >= MANY]) if SHOWN[figure].worse else []


def with_thin_offer(rows: pd.DataFrame) -> list[str]:
    return _names(rows[rows["is_thin"].fillna(False).astype(bool)])


def message(rows: pd.DataFrame, figure: str | None) -> tuple[str, str]:
    """The title, which is what the crossing says, and the rule that it follows."""
    most = _names(rows[rows["unmet"] >= MANY])
    counted = f"{MANY} foyers sans réponse ou plus : {wording.listed(most)}" if most else ""
    if figure is None or rows["offer"].isna().all():
        return counted or "Où ce besoin reste sans réponse", "Foyers en contact, par EPCI"
    shown = SHOWN[figure]
    if not shown.worse:
        title = counted or f"{shown.name} et besoins sans réponse, EPCI par EPCI"
        return title, "Plus ou moins n'est pas ici une offre meilleure : à lire côte à côte"
    whole = f"{shown.worse} que dans l'ensemble ({shown.words(rows['offer_of_all'].iloc[0])})"
    first, maybe = put_forward(rows), _names(_to_check(rows))
    if first:
        rule = f"{MANY} foyers sans réponse ou plus, et {whole}"
        return f"D'abord {wording.listed(first)}", rule + (f" ; à vérifier : {wording.listed(maybe)}" if maybe else "")
    if maybe:
        told = f"peut-être {MANY} foyers sans réponse, dont la suite n'est pas notée, et {whole}"
        return f"À vérifier : {wording.listed(maybe)}", wording.sentence(told)
    who = "Aucun EPCI" if rows["is_told"].all() else "Aucun des EPCI qui notent les besoins"
    title = f"{who} n'a à la fois {MANY} foyers sans réponse et une offre plus mince"
    return title, wording.sentence(f"plus mince : {whole}")


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
        table[SHOWN[figure].heading] = offer_bars(rows, figure)["words"]
    return table


def _to_check(rows: pd.DataFrame) -> pd.DataFrame:
    is_thin = rows["is_thin"].fillna(False).astype(bool)
    return rows[is_thin & (rows["unmet"] < MANY) & (rows["unmet"] + rows["unknown"] >= MANY)]


def _need_words(row) -> str:
    return wording.number_range(row.unmet, row.unmet + row.unknown) if row.is_told else NOT_TOLD


def _counts(rows: pd.DataFrame, name: str) -> list[float]:
    """Missing where the EPCI writes no need: unknown is not zero."""
    return rows[name].astype(float).where(rows["is_told"]).to_list()


def _names(rows: pd.DataFrame) -> list[str]:
    return [territory.epci_names()[code] for code in rows["epci"]]
