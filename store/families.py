"""Which households, met by two EPCIs, are one family: what their keys say, and what people decided."""

from collections.abc import Iterable

import pandas as pd

from programme.vocabulary import PairDecision

SAME, DIFFERENT, OPEN = map(str, PairDecision)
PAIR = ["household_id", "other_household_id"]
SURE_KEYS = 2
SIDES = {"one": "household_id", "other": "other_household_id"}
PLACE = ("household_id", "epci_code", "source_file", "source_sheet", "source_row", "dossier_ref", "status")
DATES = ("first_contact_date", "installation_date")
NO_PAIR = pd.DataFrame({name: pd.array([], "str") for name in (*PAIR, "evidence", "decision", "reason")}).assign(
    decided_at=pd.array([], "datetime64[us]")
)
MOST_HOLDERS = 4  # beyond, a key is an office's telephone, not a family's


def pairs_met(keys: pd.DataFrame, decisions: pd.DataFrame, households: set[str]) -> pd.DataFrame:
    """One row per pair of households of two EPCIs that share a key, of two workbooks of one EPCI that share two, or
    that people declared one family.

    `keys`: household_id, import_id, epci_code, key_kind, key_hash of the current `households`; `decisions`: the rows of
    the table `duplicates`, the oldest first. `evidence` names the kinds of key they share. Two of the three kinds make
    them the same family, one leaves the pair open, and the last decision of a person comes before both.
    """
    evidence = _evidence(keys)
    last = decisions.drop_duplicates(PAIR, keep="last").set_index(PAIR)
    declared = [pair for pair in last.index[last["decision"] == SAME] if households.issuperset(pair)]
    every = [*evidence.index, *(pair for pair in declared if pair not in evidence.index)]
    pairs = evidence.reindex(pd.MultiIndex.from_tuples(every, names=PAIR)).fillna("").astype("str")
    sure = pairs.str.count(" ") + 1 >= SURE_KEYS
    said = last[last["decision"].isin([SAME, DIFFERENT])].reindex(pairs.index)
    found = pd.DataFrame(
        {
            "evidence": pairs.astype("str"),
            "decision": said["decision"].fillna(sure.map({True: SAME, False: OPEN})).astype("str"),
            "reason": said["reason"].astype("str"),
            "decided_at": said["decided_at"],
        }
    )
    return found.reset_index()


def _evidence(keys: pd.DataFrame) -> pd.Series:
    """(household_id, other_household_id) -> the kinds of key that both have, « email phone »."""
    key = ["key_kind", "key_hash"]
    holders = keys.groupby(key)["household_id"].transform("size")
    met = _both(keys[holders.between(2, MOST_HOLDERS)], key)
    common = keys[(holders > MOST_HOLDERS) & (keys["key_kind"] == "name")]
    if len(met) and len(common):  # a name that many bear brings nobody together, but it is one key of two
        met = pd.concat(
            [met, _both(common[common["household_id"].isin(met[PAIR].to_numpy().ravel())], key).merge(met[PAIR])]
        )
    met = met.drop_duplicates([*PAIR, "key_kind"]).sort_values([*PAIR, "key_kind"])
    evidence = met.groupby(PAIR)["key_kind"].agg(" ".join).rename("evidence")
    is_sure = evidence.str.count(" ") + 1 >= SURE_KEYS
    of_two_epcis = met.assign(is_met=met["epci_code"] != met["epci_code_other"]).groupby(PAIR)["is_met"].first()
    return evidence[is_sure | of_two_epcis]


def _both(keys: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """One row per key and pair of households of two workbooks that have it."""
    both = keys.merge(keys, on=key, suffixes=("", "_other"))
    both = both[(both["import_id"] != both["import_id_other"]) & (both["household_id"] < both["household_id_other"])]
    return both.rename(columns={"household_id_other": "other_household_id"})


def replayed(decisions: pd.DataFrame, became: dict[str, str]) -> pd.DataFrame:
    """The decisions, said of the households that those of former versions of a workbook have become."""
    sides = ([became.get(household_id, household_id) for household_id in decisions[name]] for name in PAIR)
    pairs = pd.DataFrame([sorted(pair) for pair in zip(*sides, strict=True)], columns=PAIR, dtype="str")
    return decisions.assign(**{name: pairs[name].array for name in PAIR})


def became(gone: pd.DataFrame, now: pd.DataFrame) -> dict[str, str]:
    """Household that is gone -> the only current one of its EPCI that has two of its kinds of key, or the one it had.

    An identifier made of personal keys changes with them: an e-mail more in the next version of a workbook. Both
    frames: household_id, epci_code, key_kind, key_hash.
    """
    kinds = gone.groupby("household_id")["key_kind"].nunique()
    both = gone.merge(now, on=["epci_code", "key_kind", "key_hash"], suffixes=("", "_now"))
    shared = both.groupby(["household_id", "household_id_now"])["key_kind"].nunique().reset_index(name="shared")
    enough = shared[shared["shared"] >= shared["household_id"].map(kinds).clip(upper=SURE_KEYS)]
    best = enough[enough["shared"] == enough.groupby("household_id")["shared"].transform("max")]
    return best.drop_duplicates("household_id", keep=False).set_index("household_id")["household_id_now"].to_dict()


def family_ids(pairs: pd.DataFrame, households: pd.DataFrame) -> dict[str, str]:
    """household_id -> the smallest household_id of its family, for families of several households.

    Those of a same workbook are told by its rows (`households`: household_id, family_id); pairs of two EPCIs join them,
    what people declared first, and none brings together two that are different.
    """
    different = {frozenset(pair) for pair in _pairs_of(pairs, DIFFERENT)}
    declared = pairs["decided_at"].notna()
    family: dict[str, set[str]] = {}
    within = households.loc[households["household_id"] != households["family_id"], ["family_id", "household_id"]]
    links = [*_pairs_of(pairs[declared], SAME), *within.itertuples(index=False, name=None)]
    for one, other in (*links, *_pairs_of(pairs[~declared], SAME)):
        mine, theirs = family.get(one, {one}), family.get(other, {other})
        if mine is theirs or any(frozenset((a, b)) in different for a in mine for b in theirs):
            continue
        together = mine | theirs
        family |= dict.fromkeys(together, together)
    return {household_id: min(members) for household_id, members in family.items()}


def _pairs_of(pairs: pd.DataFrame, decision: str) -> Iterable[tuple[str, str]]:
    return pairs.loc[pairs["decision"] == decision, PAIR].sort_values(PAIR).itertuples(index=False, name=None)


def told_pairs(pairs: pd.DataFrame, households: pd.DataFrame) -> list[dict]:
    """One item per pair: `evidence`, `decision`, `reason`; for `one` and `other` the file, the line and the dates."""
    rows = households.set_index("household_id", drop=False)
    said = []
    for pair in pairs.to_dict("records"):
        facts = {name: "" if pd.isna(pair[name]) else pair[name] for name in ("evidence", "decision", "reason")}
        said.append(facts | {side: _place(rows.loc[pair[key]]) for side, key in SIDES.items()})
    return said


def _place(household: pd.Series) -> dict:
    place = {name: None if pd.isna(household[name]) else household[name] for name in PLACE}
    days = {name: None if pd.isna(household[name]) else f"{household[name]:%Y-%m-%d}" for name in DATES}
    return place | days | {"source_row": place["source_row"] and int(place["source_row"])}
