"""What families ask for here, what stays without an answer, and who gave up for want of it."""

import pandas as pd

from charts.labels import RANKED_FROM
from charts.silence import NOT_WRITTEN
from programme import wording
from programme.vocabulary import NeedAxis

HEADINGS = {"asked": "Demandé", "unmet": "Sans réponse", "lost": "Ont renoncé"}
NEEDS = {
    NeedAxis.LOGEMENT: "un logement",
    NeedAxis.EMPLOI: "un emploi",
    NeedAxis.EMPLOI_CONJOINT: "un emploi pour le conjoint",
    NeedAxis.ECOLE_GARDE: "une école ou une garde",
    NeedAxis.SANTE: "un médecin",
    NeedAxis.HAUT_DEBIT: "le haut débit",
    NeedAxis.FORMATION: "une formation",
    NeedAxis.MOBILITE: "un moyen de se déplacer",
}


def need_rows(asked: pd.DataFrame, by_answer: pd.DataFrame, lost: pd.DataFrame) -> pd.DataFrame:
    """One row per need that someone expressed or gave up for, the most asked first: `axis`, `label`, `asked`, `unmet`
    (known to be so; in words where nobody says), `lost`.

    The frames are N1's cells by axis, N1's by axis and is_met, N1P's by axis.
    """
    told = by_answer[by_answer["is_met"].notna()]
    unmet = told[~told["is_met"].astype(bool)]
    frames = {"asked": asked, "unmet": unmet, "lost": lost}
    columns = {name: cells.set_index("axis")["value"] for name, cells in frames.items()}
    rows = pd.DataFrame(columns).fillna(0.0).rename_axis("axis").reset_index()
    rows.insert(1, "label", [NeedAxis(code).label for code in rows["axis"]])
    known = set(told["axis"])
    rows["unmet"] = [
        count if axis in known else NOT_WRITTEN for axis, count in zip(rows["axis"], rows["unmet"], strict=True)
    ]
    return rows.sort_values(["asked", "lost", "label"], ascending=[False, False, True]).reset_index(drop=True)


def need_heading(rows: pd.DataFrame) -> str:
    """A title that says what is missing most, where ten families or more ask for it."""
    first = rows[(rows["asked"] >= RANKED_FROM) & rows["axis"].isin([str(axis) for axis in NEEDS])].head(1)
    if first.empty:
        return "Ce que les familles demandent"
    row = first.iloc[0]
    sought = f"{wording.counted(row['asked'], 'foyer')} ont demandé {NEEDS[NeedAxis(row['axis'])]}"
    if row["lost"] < 1:
        return sought
    return f"{sought}, {wording.counted(row['lost'], 'a renoncé', 'ont renoncé')} faute d'en trouver"
