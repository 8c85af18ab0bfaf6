"""What is said of a cell or a line that cannot be taken: the place, the reason, what to do; never what it holds."""

from etl.contacts.spellings import CODED_FIELDS, field_name
from etl.problems import Problem
from programme.jobs import occupations
from programme.wording import counted, listed

SENTENCES = {
    "impossible_date": "la date de la colonne « {name} » n'existe pas au calendrier. La ligne n'est pas prise : "
    "corrigez la date et renvoyez le fichier.",
    "unknown_date": "la colonne « {name} » ne contient pas une date lisible. Écrivez-la jour/mois/année.",
    "several_dates": "la colonne « {name} » contient plusieurs dates : aucune n'est prise. Gardez-en une seule.",
    "swapped_date": "la colonne « {name} » mêle des dates dont le jour et le mois ont pu être intervertis : cette date "
    "n'est pas prise. Écrivez-la jour/mois/année, le mois en lettres.",
    "unlike_other_refs": "ce numéro de dossier ne ressemble pas aux autres de la colonne : il n'est pas gardé.",
    "too_many_refused": "la colonne « {name} » contient plus de mille textes différents qui ne sont pas compris : les "
    "suivants ne sont pas lus. Vérifiez que c'est bien cette colonne.",
    "number_begun_again": "ce numéro de dossier est celui de plusieurs foyers, d'une feuille à l'autre : la ligne est "
    "comptée à part. Écrivez le nom du foyer sur les deux feuilles, ou des numéros qui ne recommencent pas.",
    "formula_without_value": "la formule de la colonne « {name} » n'a pas de résultat. Ouvrez le fichier dans Excel, "
    "enregistrez-le et renvoyez-le, ou écrivez la valeur.",
    "negative_count": "la colonne « {name} » contient un nombre négatif. La ligne n'est pas "
    "prise : corrigez le nombre.",
    "too_large_number": "la colonne « {name} » contient un nombre trop grand pour un foyer. Vérifiez-le.",
    "unknown_number": "la colonne « {name} » ne contient pas un nombre. Écrivez un nombre en chiffres.",
    "too_long_text": "la colonne « {name} » contient plus d'une page de texte : il n'est pas lu. Écrivez une valeur.",
    "several_stages": "le foyer est coché à la fois installé et abandonné : son statut n'est pas pris. Ne gardez "
    "qu'une coche.",
    "several_channels": "plusieurs canaux sont cochés pour ce foyer : aucun n'est pris. Ne gardez que le premier.",
    "unknown_composition": "la colonne « {name} » ne dit pas combien d'adultes et combien d'enfants compte le foyer. "
    "Écrivez par exemple « couple + 2 enfants » ou « 2A 3E ».",
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
LEFT_OUT = {
    "total": "ligne de total, laissée de côté : les totaux sont recalculés.",
    "repeated_header": "en-tête répété, laissé de côté.",
    "section": "ligne de titre, laissée de côté.",
    "legend": "ligne de légende, lue pour comprendre les codes.",
    "continuation": "suite du foyer de la ligne précédente, lue avec lui.",
    "hidden_sheet": "feuille masquée, elle n'est pas lue. Affichez-la si elle contient des foyers.",
    "no_table": "aucun tableau de suivi n'y est reconnu, elle est laissée de côté.",
    "hidden_rows": "des lignes masquées ({count}) sont lues comme les autres.",
    "hidden_columns": "des colonnes masquées ({count}) sont lues comme les autres.",
    "not_looked_at": "Les couleurs, les textes barrés et les lignes masquées de ce classeur n'ont pas pu être "
    "regardés : seules ses valeurs sont lues. S'ils disent quelque chose, enregistrez-le au format .xlsx et "
    "renvoyez-le.",
    "unknown_column": "cette colonne n'est pas reconnue, elle est laissée de côté.",
    "persons_only": "le nombre de personnes n'y est pas partagé entre adultes et enfants : il n'est pas pris. Ajoutez "
    "une colonne « Enfants ».",
    "no_status": "des foyers ({count}) n'ont pas de statut : aucune colonne ne le dit, et aucune étape n'y est datée "
    "ni cochée. Ajoutez une colonne « Statut », ou datez leurs étapes.",
    "beside_table": "cette colonne, à l'écart du tableau, est laissée de côté ; s'il s'y trouve une légende, elle est "
    "lue.",
    "other_epci": "ligne d'un autre EPCI, laissée de côté.",
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
    code, _, candidates = code.partition(":")
    sentence = SENTENCES[code].format(name=name, choices=_choices(field), candidates=_occupations(candidates))
    return Problem(code, sheet, row, column, f"{place_words(sheet, row, column)}{sentence}")


def left_out(code: str, sheet: str, row: int | None = None, column: str = "", count: int = 0) -> Problem:
    """What was not taken as households, or was although nobody sees it: to know, not to correct."""
    sentence = LEFT_OUT[code].format(count=count)
    return Problem(code, sheet, row, column, f"{place_words(sheet, row, column)}{sentence}")


def place_words(sheet: str, row: int | None = None, column: str = "") -> str:
    """« Feuille « 2021 », ligne 3, cellule D3 : », the beginning of a sentence."""
    place = ", ".join(
        filter(
            None,
            (
                f"feuille « {sheet} »" if sheet else "",
                f"ligne {row}" if row else "",
                f"cellule {column}{row}" if column and row else "",
                f"{'ligne' if column.isdigit() else 'colonne'} {column}" if column and not row else "",
            ),
        )
    )
    return f"{place[:1].upper()}{place[1:]} : " if place else ""


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
