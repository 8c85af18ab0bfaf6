"""What was recognised of a file: shown column by column, and corrected by choosing from lists."""

import re

import pandas as pd
import streamlit as st

from programme import wording
from ui.blocks import show_note, show_table

Settled = dict[tuple[str, str], str]
"""(field, label's hash) -> code, empty where nobody knows what the label means."""
UNKNOWN = ""
CORRECT = "Corriger une autre colonne"
NOT_READ = "ignored"
FOLDED_FROM, MOST_SHOWN = 6, 30
GRADES = {"correct": ("à corriger", "à corriger"), "know": ("à savoir", "à savoir")}
SHOWN_BESIDE_A_CHOICE = {"column_guessed"}
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:])")


def show_problems(problems: list[dict], key: str) -> None:
    """What is to confirm in full; what is to correct, and to know, folded where there is much."""
    for problem in problems:
        if problem["grade"] == "confirm" and problem["code"] not in SHOWN_BESIDE_A_CHOICE:
            show_note(f"**À confirmer** : {problem['message']}")
    for grade, words in GRADES.items():
        told = [problem["message"] for problem in problems if problem["grade"] == grade]
        if told:
            is_open = grade == "correct" and len(told) < FOLDED_FROM
            with st.expander(wording.counted(len(told), *words), expanded=is_open, key=f"{grade}_{key}"):
                for message in first_of(told):
                    show_note(message)


def first_of(told: list[str]) -> list[str]:
    """The first sentences, and how many others there are: a page of thousands would not open."""
    if len(told) <= MOST_SHOWN:
        return told
    rest = wording.counted(len(told) - MOST_SHOWN, "autre", "autres")
    return [*told[:MOST_SHOWN], f"Et {rest} : le classeur annoté les dit tous, chacun à sa place."]


def merged(recognitions: list[dict]) -> dict:
    """What was recognised of all the EPCIs of a file: each table, word and missing field once, to be asked together."""
    tables: dict[str, dict] = {}
    for table in (table for recognition in recognitions for table in recognition["tables"]):
        alike = str([table["sheets"], [(column["words"], column["field"]) for column in table["columns"]]])
        before = tables.get(alike, {"households_count": 0})
        count = before["households_count"] + table["households_count"]
        tables[alike] = table | before | {"households_count": count}
    lists = {name: _each_once(recognitions, name) for name in ("missing", "doubtful_labels", "settled_labels")}
    return recognitions[0] | lists | {"tables": list(tables.values())}


def _each_once(recognitions: list[dict], name: str) -> list[dict]:
    """The items of a list of all recognitions; a word's count is that of all its EPCIs."""
    found: dict[tuple, dict] = {}
    for item in (item for recognition in recognitions for item in recognition[name]):
        key = item["field"], item.get("label_hash")
        found[key] = item | {"count": item.get("count", 0) + found.get(key, {}).get("count", 0)}
    return list(found.values())


def show_recognition(recognition: dict) -> None:
    """Each table's columns: how they were understood, how surely, and three examples."""
    for table in recognition["tables"]:
        sheet = f"{table['sheet_words']} : " if table["sheet_words"] else ""
        households = wording.counted(table["households_count"], "foyer")
        label = f"{sheet}ce qui a été reconnu" if sheet else "Ce qui a été reconnu"
        is_sure = all(column["certainty"] != "likely" for column in table["columns"])
        show_table(column_rows(table["columns"]), f"{sheet}{households}", label=label, is_folded=is_sure)
    if recognition["missing"]:
        names = wording.listed(f"« {field['name']} »" for field in recognition["missing"])
        show_note(f"Aucune colonne n'est comprise comme {names}. Si l'une l'est, choisissez-la dans « {CORRECT} ».")


def column_rows(columns: list[dict]) -> pd.DataFrame:
    """One row per column of a file, as the screen shows it."""
    return pd.DataFrame(
        {
            "Colonne": [column["letter"] for column in columns],
            "Titre": [column["heading"] or None for column in columns],
            "Comprise comme": [column["name"] for column in columns],
            "Certitude": [", ".join(filter(None, (column["certainty_words"], column["how"]))) for column in columns],
            "Exemples": [" · ".join(column["examples"]) or None for column in columns],
        },
        dtype="str",
    )


def as_written(text: str) -> str:
    """Words of a file in a label, where Streamlit would read marks of its own."""
    return MARKDOWN.sub(r"\\\1", text)


def pick_choices(recognition: dict, before: dict, key: str) -> dict:
    """What was chosen `before` and what the person chooses now, as the command reads it: headings' hashes -> field,
    and [field, label's hash, code]. First what is asked, then all that was recognised, and what may be corrected."""
    columns = [column for table in recognition["tables"] for column in table["columns"] if column["heading_hash"]]
    columns = list({column["heading_hash"]: column for column in columns}.values())
    unsure = [column for column in columns if column["certainty"] == "likely"]
    others = [column for column in columns if column["certainty"] != "likely"]
    labels = {(field, label_hash): code for field, label_hash, code in before["labels"]}
    if unsure:
        show_note("**À confirmer** : ces colonnes sont-elles bien comprises ?")
    headings = before["headings"] | _pick_fields(unsure, recognition["fields"], key)
    labels |= _pick_labels(recognition["doubtful_labels"], key)
    show_recognition(recognition)
    if others:
        with st.expander(CORRECT, key=f"autres_{key}"):
            headings |= _pick_fields(others, recognition["fields"], key)
    labels |= _review_labels(recognition["settled_labels"], key)
    return {"headings": headings, "labels": [[*key, code] for key, code in labels.items()]}


def _pick_fields(columns: list[dict], fields: dict[str, str], key: str) -> dict[str, str]:
    names, changed = list(fields), {}
    for column in columns:
        present = column["field"] if column["field"] in fields else NOT_READ
        examples = f" : {', '.join(column['examples'])}" if column["examples"] else ""
        picked = st.selectbox(
            as_written(f"{column['words']}{examples}"),
            names,
            index=names.index(present),
            format_func=fields.get,
            key=f"champ_{key}_{column['heading_hash']}",
        )
        if picked != present:
            changed[column["heading_hash"]] = picked
    return changed


def _pick_labels(labels: list[dict], key: str) -> Settled:
    """A list for each word that no list of ours knows: those that are settled."""
    settled = {}
    if labels:
        show_note("**Mots inconnus** : que veulent-ils dire ? Votre choix servira aussi aux prochains envois.")
    for label in labels:
        near = label["proposal"]
        codes = {near: f"{label['codes'][near]} (proposé)"} if near else {}
        codes |= {code: name for code, name in label["codes"].items() if code != near}
        times = wording.counted(label["count"], "fois", "fois")
        settled |= _pick_code(label, codes, UNKNOWN, f", {times} dans", f"mot_{key}")
    return settled


def _review_labels(labels: list[dict], key: str) -> Settled:
    """The same for words that were settled before: those that are settled otherwise."""
    settled = {}
    if labels:
        with st.expander("Revoir le sens d'un mot", key=f"revoir_{key}"):
            for label in labels:
                settled |= _pick_code(label, label["codes"], label["proposal"], " dans", f"revu_{key}")
    return settled


def _pick_code(label: dict, codes: dict[str, str], present: str, where: str, key: str) -> Settled:
    """The code of a word, where it is not the present one."""
    names = {UNKNOWN: "On ne sait pas"} | codes
    picked = st.selectbox(
        as_written(f"« {label['text']} »{where} « {label['name']} »"),
        list(names),
        index=list(names).index(present),
        format_func=names.get,
        key=f"{key}_{label['field']}_{label['label_hash']}",
    )
    return {(label["field"], label["label_hash"]): picked} if picked != present else {}
