"""What a workbook would change of what is known of its EPCI, and so of which kind it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from etl.problems import Problem
from programme import wording
from programme.vocabulary import ImportKind
from store.current import with_first_contacts

DISAPPEARED_SHARE = 0.3
NOT_COMPARED = ["family_id", "import_id", "source_file", "source_sheet", "source_row"]
DATE_LENGTH = len("2022-03-31")


@dataclass(frozen=True)
class Change:
    """How many households would come, move, be corrected and disappear, of those known before (`known`)."""

    kind: ImportKind
    known: int
    added: int
    moved: int
    corrected: int
    gone: int
    told: list[Problem] = field(default_factory=list)
    to_confirm: list[Problem] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """« +3 foyers, 1 installation, 1 ligne disparue »."""
        parts = [
            f"+{wording.counted(self.added, 'foyer')}" if self.added else "",
            wording.counted(self.moved, "installation") if self.moved else "",
            wording.counted(self.corrected, "dossier corrigé", "dossiers corrigés") if self.corrected else "",
            wording.counted(self.gone, "ligne disparue", "lignes disparues") if self.gone else "",
        ]
        return ", ".join(filter(None, parts)) or "rien ne change"


def change_of(known: pd.DataFrame, found: pd.DataFrame, chosen: ImportKind | None = None) -> Change:
    """`known`: the EPCI's current households; `found`: those of the workbook; `chosen`: the kind that a person said."""
    if known.empty:
        moved = int(found["installation_date"].notna().sum())
        return Change(chosen or ImportKind.STATE, 0, len(found), moved, 0, 0)
    kind, is_sure = (chosen, True) if chosen else _kind(known, found)
    missing = known[~known["household_id"].isin(found["household_id"])]
    told, to_confirm = [], []
    if kind == ImportKind.SUPPLEMENT and not chosen:
        (told if is_sure else to_confirm).append(_supplement(missing, found, is_sure))
    if kind == ImportKind.SUPPLEMENT:
        found, kept = _with_first_contacts(found, known)
        told += kept
    gone = len(missing) if kind == ImportKind.STATE else 0
    pairs = known.merge(found, on="household_id", suffixes=("", "_found"))
    moved = found["installation_date"].notna()
    moved &= ~found["household_id"].isin(known.loc[known["installation_date"].notna(), "household_id"])
    if gone > DISAPPEARED_SHARE * len(known):
        message = DISAPPEAR.format(gone=wording.number(gone), known=wording.number(len(known)))
        to_confirm.append(Problem("households_disappear", message=message))
    added = int((~found["household_id"].isin(known["household_id"])).sum())
    return Change(kind, len(known), added, int(moved.sum()), _corrected(pairs, found), gone, told, to_confirm)


def are_known(known: pd.DataFrame, found: pd.DataFrame) -> bool:
    """Whether most households of a workbook are those of this EPCI already: the same number, and the same first day."""
    pairs = known.merge(found, on="household_id", suffixes=("", "_found"))
    days = (pd.to_datetime(pairs[f"first_contact_date{suffix}"]) for suffix in ("", "_found"))
    return 2 * int(next(days).eq(next(days)).sum()) > len(found)


def _kind(known: pd.DataFrame, found: pd.DataFrame) -> tuple[ImportKind, bool]:
    """The kind, and whether it is sure.

    A workbook that leaves out whole years of what is known, and nothing or little of the years of which it speaks, is
    a supplement: it erases nothing. Where it leaves out some of these years' households, a person is asked.
    """
    years, spoken = set(_years(known).dropna()), set(_years(found).dropna())
    if not spoken or years <= spoken:
        return ImportKind.STATE, True
    shared = known.loc[_years(known).isin(spoken), "household_id"]
    missing = int((~shared.isin(found["household_id"])).sum())
    if missing > DISAPPEARED_SHARE * len(shared):
        return ImportKind.STATE, True
    return ImportKind.SUPPLEMENT, not missing


def _with_first_contacts(found: pd.DataFrame, known: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """What the households will be once added to those known, and how many keep an earlier first contact."""
    found, known = (
        rows.assign(first_contact_date=pd.to_datetime(rows["first_contact_date"])) for rows in (found, known)
    )
    will_be = with_first_contacts(found, known)
    count = int((will_be["first_contact_date"] < found["first_contact_date"]).sum())
    kept = wording.counted(count, "foyer déjà connu revient", "foyers déjà connus reviennent")
    return will_be, [Problem("first_contact_kept", message=FIRST_CONTACT_KEPT.format(kept=kept))] if count else []


def _years(households: pd.DataFrame) -> pd.Series:
    return pd.to_datetime(households["first_contact_date"]).dt.year


def _supplement(missing: pd.DataFrame, found: pd.DataFrame, is_sure: bool) -> Problem:
    spoken = wording.listed(str(int(year)) for year in sorted(_years(found).dropna().unique()))
    if is_sure:
        return Problem("years_added", message=YEARS_ADDED.format(years=spoken))
    count = int(_years(missing).isin(_years(found)).sum())
    there = wording.counted(count, "foyer déjà connu de ces années n'y est plus", THEY_ARE_GONE)
    return Problem("kind_guessed", message=KIND_GUESSED.format(years=spoken, missing=there))


def _corrected(pairs: pd.DataFrame, found: pd.DataFrame) -> int:
    """How many households known before are told otherwise now."""
    names = found.columns.difference([*NOT_COMPARED, "household_id"])
    before, now = (_comparable(pairs[names + suffix].set_axis(names, axis="columns")) for suffix in ("", "_found"))
    return sum(one != other for one, other in zip(before, now, strict=True))


def _comparable(rows: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """Texts that are equal where the values are, whichever of the store or of the workbook they come from."""
    columns = [rows[name].astype(object).to_numpy(na_value="") for name in rows]
    lengths = [DATE_LENGTH if name.endswith("_date") else None for name in rows]
    for values in zip(*columns, strict=True):
        yield tuple(str(value)[:length] for value, length in zip(values, lengths, strict=True))


@dataclass(frozen=True)
class CountsChange:
    """How many totals, of one figure and month, would come and be told otherwise, of those known before (`known`)."""

    known: int
    added: int
    changed: int

    @property
    def sentence(self) -> str:
        """« +3 totaux, 1 total changé »."""
        parts = [
            f"+{wording.counted(self.added, 'total', 'totaux')}" if self.added else "",
            wording.counted(self.changed, "total changé", "totaux changés") if self.changed else "",
        ]
        return ", ".join(filter(None, parts)) or "rien ne change"


def counts_change_of(known: pd.DataFrame, found: pd.DataFrame) -> CountsChange:
    """`known` and `found`: one row per month and figure of one EPCI. A month left out stays as it was known."""
    before, now = (
        rows.assign(month_date=pd.to_datetime(rows["month_date"]))
        .set_index(["month_date", "figure"])["reported_count"]
        .astype("int64")
        for rows in (known, found)
    )
    same = now.index.intersection(before.index)
    return CountsChange(len(before), len(now) - len(same), int((now[same] != before[same]).sum()))


THEY_ARE_GONE = "foyers déjà connus de ces années n'y sont plus"
YEARS_ADDED = "Ce classeur ne parle que de {years} : il complète les autres années déjà connues, qui restent."
FIRST_CONTACT_KEPT = (
    "{kept} avec un premier contact plus tardif que celui que l'on connaît : le premier des deux est gardé. S'il est "
    "faux, corrigez-le dans le classeur complet."
)
KIND_GUESSED = (
    "Ce classeur ne parle que de {years}, et {missing}. Il est proposé comme complément : tout ce qui est connu reste. "
    "Confirmez, ou dites qu'il est l'état complet (--kind state)."
)
DISAPPEAR = (
    "{gone} des {known} foyers déjà connus de cet EPCI ne sont plus dans le fichier. Si c'est voulu, confirmez ; si ce "
    "fichier s'ajoute à ce qui est connu, dites qu'il est un complément (--kind supplement) ; sinon, renvoyez le "
    "classeur complet."
)
