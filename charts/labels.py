"""Cells of a figure -> rows with French labels, in the order to draw."""

import pandas as pd
from babel import Locale

from programme import territory, vocabulary, wording
from programme.jobs import JobFamily

UNKNOWN = "Inconnu"
RANKED_FROM = 10
COMPOSITIONS = {
    "famille": "Couple avec enfants",
    "couple": "Couple",
    "parent_seul": "Parent seul",
    "seul": "Personne seule",
}
STAGES = {"contact": "Contact", "suivi": "Suivi", "visite": "Visite", "installation": "Installation"}
NAMES = {
    "composition": COMPOSITIONS,
    "stage": STAGES,
    "outcome": STAGES,
    "step": {"visite": "Visite", "qualification": "Qualification"},
    "level": {"maternelle": "Maternelle", "elementaire": "Élémentaire", "college": "Collège", "lycee": "Lycée"},
    "is_met": {"True": "Oui", "False": "Non"},
    "field": {
        "first_contact_date": "Premier contact",
        "status": "Statut",
        "target_commune_code": "Commune souhaitée",
        "origin_departement_code": "Origine",
        "adults_count": "Adultes",
        "children_count": "Enfants",
        "profile": "Profil",
        "channel": "Canal",
    },
}
ORDERED = ("stage",)
DIMENSION_NAMES = {
    "epci": "EPCI",
    "commune": "Commune",
    "bassin": "Bassin d'emploi",
    "departement": "Département",
    "month": "Mois",
    "half_year": "Semestre",
    "year": "Année",
    "school_year": "Année scolaire",
    "rolling_year": "Année glissante",
    "origin": "Origine",
    "composition": "Composition du foyer",
    "profile": "Profil",
    "age_band": "Âge",
    "channel": "Canal",
    "campaign": "Campagne",
    "status": "Statut",
    "attribution": "Attribution",
    "housing_solution": "Logement",
    "stage": "Étape",
    "step": "Étape",
    "horizon": "Mois écoulés",
    "elapsed": "Mois écoulés",
    "reason": "Raison",
    "unit": "Unité",
    "level": "Niveau scolaire",
    "fap": "Métier (FAP)",
    "family": "Famille de métiers",
    "axis": "Besoin",
    "is_met": "Besoin satisfait",
    "priority": "Famille prioritaire",
    "indicator": "Condition de vie",
    "outcome": "Issue",
    "referent": "Référent",
    "figure": "Chiffre",
    "field": "Champ",
}
FIGURE_FAMILIES = {
    "A": "Accueil : des contacts aux installations",
    "F": "Étapes franchies",
    "R": "Rester",
    "P": "Qui vient, et d'où",
    "E": "Emploi et métiers en tension",
    "N": "Besoins",
    "L": "Conditions du territoire",
    "C": "Communication",
    "S": "Service d'accueil",
    "X": "Objectifs et contexte",
    "Q": "Qualité des données",
}
TERMS = {
    "channel": vocabulary.Channel,
    "reason": vocabulary.AbandonmentReason,
    "profile": vocabulary.Profile,
    "age_band": vocabulary.AgeBand,
    "attribution": vocabulary.Attribution,
    "housing_solution": vocabulary.HousingSolution,
    "axis": vocabulary.NeedAxis,
    "status": vocabulary.Status,
    "priority": JobFamily,
}
COMMON_NOUNS = {term.label for terms in TERMS.values() for term in terms if term.label[1:].islower()}


def labelled(cells: pd.DataFrame, dimension: str, *, most: int | None = None) -> pd.DataFrame:
    """One row per value of the dimension, the largest first, what is unknown last: `label`, `value`.

    Beyond `most`, the rest (two or more) is one row without a bar, told in `words`. Steps keep their own order.
    """
    names = label_names(dimension)
    rows = pd.DataFrame({"label": [_label(code, names) for code in cells[dimension]], "value": cells["value"]})
    unknown = rows[rows["label"] == UNKNOWN]
    known = rows[rows["label"] != UNKNOWN]
    if dimension not in ORDERED:
        known = known.sort_values("value", ascending=False, kind="stable")
    if most and len(known) > most + 1:
        rest = known.iloc[most:]
        others = {"label": f"{len(rest)} autres", "value": 0.0, "words": wording.number(rest["value"].sum())}
        known = pd.concat([known.iloc[:most], pd.DataFrame([others])])
    return pd.concat([known, unknown], ignore_index=True)


def leading(rows: pd.DataFrame, otherwise: str, before: str = "") -> str:
    """A title that says who comes first, where the numbers bear it (ten at least, unknown apart), else `otherwise`."""
    names = rows.loc[(rows["value"] >= RANKED_FROM) & (rows["label"] != UNKNOWN), "label"].head(2)
    return f"{before}{wording.listed(map(_inside, names))}" if len(names) else otherwise


def _inside(label: str) -> str:
    """A label inside a sentence: a common noun (« Bouche à oreille », not « France Travail ») loses its capital."""
    return label[:1].lower() + label[1:] if label in COMMON_NOUNS else label


def communes_message(cells: pd.DataFrame, before: str) -> str:
    """« Dans 78 communes, d'abord Cahors » for a figure by commune; nothing where none is known."""
    found = labelled(cells[cells["commune"].notna() & (cells["value"] > 0)], "commune")
    if found.empty:
        return ""
    first = leading(found, "", ", d'abord ")
    return f"{before}{wording.counted(len(found), 'commune', feminine=True)}{first}"


def families_message(cells: pd.DataFrame) -> str:
    """« 70 sur 125 avec des enfants », for a figure by composition, unknown apart; nothing under ten or if all do."""
    known = cells.dropna(subset="composition").set_index("composition")["value"]
    total, families = known.sum(), known.reindex(["famille", "parent_seul"]).sum()
    if total < RANKED_FROM or families == total:
        return ""
    return f"{wording.number(families) if families else 'aucun'} sur {wording.number(total)} avec des enfants"


def label_names(dimension: str) -> dict[str, str]:
    """code -> French label of a dimension's values."""
    match dimension:
        case "origin":
            countries = {code: name for code, name in Locale("fr").territories.items() if len(code) == 2}
            return countries | {"FR": "France, sans précision"} | territory.departement_names()
        case "departement":
            return territory.departement_names()
        case "epci":
            return territory.epci_names()
        case "commune":
            return territory.commune_names()
        case "bassin":
            return territory.bassins().drop_duplicates("bassin_code").set_index("bassin_code")["bassin_name"].to_dict()
    terms = TERMS.get(dimension, ())
    return NAMES.get(dimension) or {str(term): term.label for term in terms}


def _label(code: object, names: dict[str, str]) -> str:
    return UNKNOWN if pd.isna(code) else names.get(str(code), str(code))


def employers_of(cells: pd.DataFrame) -> str:
    """Whose projects these cells by bassin d'emploi are: an EPCI may lie over two, and its own are not known."""
    names, asked = label_names("bassin"), set(cells["bassin"])
    found = sorted(name for code, name in names.items() if code in asked)
    if len(found) == len(names):
        return "les employeurs du Lot"
    bassins = wording.agreed(len(found), "du bassin d'emploi", "des bassins d'emploi")
    return f"les employeurs {bassins} de {wording.listed(found)}"


def job_rows(jobs: pd.DataFrame) -> pd.DataFrame:
    """The table of jobs: what is bounded is told as a range."""
    return pd.DataFrame(
        {
            "Métier": jobs["fap_name"],
            "Projets": _ranges(jobs, "met", wording.number_range),
            "Difficiles": _ranges(jobs, "xmet", wording.number_range),
            "Part difficile": _ranges(jobs, "difficult_share", wording.percent_range),
            "Part saisonnière": _ranges(jobs, "seasonal_share", wording.percent_range),
        }
    )


def job_bars(jobs: pd.DataFrame) -> pd.DataFrame:
    """Jobs as bars of difficult projects: what is sure, and what secret cells may add."""
    return pd.DataFrame(
        {"label": jobs["fap_name"], "value": jobs["xmet_low"], "low": jobs["xmet_low"], "high": jobs["xmet_high"]}
    )


def _ranges(jobs: pd.DataFrame, name: str, told) -> list[str]:
    return [told(low, high) for low, high in zip(jobs[f"{name}_low"], jobs[f"{name}_high"], strict=True)]
