"""What is said of a cell or a line that cannot be taken: the place, the reason, what to do; never what it holds."""

from etl.contacts.spellings import CODED_FIELDS, field_name
from etl.problems import Problem
from programme.jobs import occupations
from programme.wording import counted, listed

SENTENCES = {
    "impossible_date": "la date de la colonne « {name} » n'existe pas au calendrier. La ligne n'est pas prise : "
    "corrigez la date et renvoyez le fichier.",
    "unknown_date": "la colonne « {name} » ne contient pas une date lisible. Écrivez-la jour/mois/année.",
    "negative_count": "la colonne « {name} » contient un nombre négatif. La ligne n'est pas "
    "prise : corrigez le nombre.",
    "too_large_number": "la colonne « {name} » contient un nombre trop grand pour un foyer. Vérifiez-le.",
    "unknown_number": "la colonne « {name} » ne contient pas un nombre. Écrivez un nombre en chiffres.",
    "unknown_label": "la colonne « {name} » contient un mot qui n'est pas connu.{choices}",
    "doubtful_occupation": "le métier de la colonne « {name} » peut se comprendre autrement : il n'est pas pris, le "
    "foyer est gardé. Précisez-le, par exemple {candidates}.",
    "unknown_commune": "la commune de la colonne « {name} » n'est pas reconnue : le foyer est gardé, non localisé. "
    "Écrivez le nom de la commune et son code postal.",
    "ambiguous_commune": "plusieurs communes portent le nom écrit dans la colonne « {name} » : le foyer est gardé, non "
    "localisé. Ajoutez le code postal.",
    "unknown_origin": "l'origine de la colonne « {name} » n'est pas reconnue. Écrivez un département, une ville ou un "
    "pays.",
    "installation_before_contact": "l'installation est antérieure au premier contact : sa date n'est pas prise, le "
    "foyer est gardé. Corrigez l'une des deux dates, ou indiquez « hors dispositif ».",
    "nothing_to_trust": "ni date, ni statut, ni commune lisible. La ligne n'est pas prise : complétez-la ou "
    "supprimez-la.",
    "same_household": "ce foyer figure déjà plus haut dans le fichier : les deux lignes sont gardées. Vérifiez s'il "
    "s'agit du même.",
}
UNKNOWN_OCCUPATIONS = (
    "{told} : ces foyers sont gardés, sans métier. Les métiers reconnus sont dans data/reference/occupations.csv."
)
CHOICES_SHOWN = 6


def problem(code: str, sheet: str, row: int | None = None, column: str = "", field: str = "") -> Problem:
    """The problem with its sentence in French, from a code of SENTENCES and the place where it is.

    What stands after « : » in the code are the occupations between which the cell hesitates.
    """
    name = field_name(field) if field else ""
    place = ", ".join(
        filter(
            None,
            (
                f"feuille « {sheet} »" if sheet else "",
                f"ligne {row}" if row else "",
                f"cellule {column}{row}" if column else "",
            ),
        )
    )
    code, _, candidates = code.partition(":")
    message = SENTENCES[code].format(name=name, choices=_choices(field), candidates=_occupations(candidates))
    return Problem(code, sheet, row, column, f"{place[:1].upper()}{place[1:]} : {message}")


def unknown_occupations(count: int) -> list[Problem]:
    """One word for all the occupations of a file that no table of words knows."""
    if not count:
        return []
    told = counted(count, "métier n'est pas reconnu", "métiers ne sont pas reconnus")
    return [Problem("unknown_occupations", message=UNKNOWN_OCCUPATIONS.format(told=told))]


def _occupations(codes: str) -> str:
    names = occupations()["occupation_name"]
    return " ou ".join(f"« {names[code]} »" for code in codes.split())


def _choices(field: str) -> str:
    terms = list(CODED_FIELDS.get(field.split(":")[0].replace("needs_met", "needs"), ()))
    if not terms:
        return " Écrivez « oui » ou « non »."
    shown = [f"« {term.label} »" for term in terms[:CHOICES_SHOWN]]
    return f" Choisissez par exemple {listed(shown)}."
