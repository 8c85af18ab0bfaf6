"""A received file about the labour market -> what the store takes of it, and what must be confirmed first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
from sqlalchemy import Engine

from etl.contacts.messages import place_words
from etl.labour import bmo, tensions, trainings
from etl.labour.replacement import Difference, difference
from etl.problems import Problem, RefusedFile
from etl.taken import Taken
from programme import territory, wording
from programme.vocabulary import ImportKind
from store import reads

Sheets = Mapping[str, Sequence[Sequence[object]]]

SURVEY_KEY = ["survey_year", "departement_code", "bassin_code", "fap_code"]
TRAINING_KEY = ["fap_version", "fap_code", "training_name"]
TENSION_KEY = ["tension_year", "bassin_code", "rome_code"]


def recognises(sheets: Sheets) -> bool:
    """Tell whether a file is a survey BMO, tensions, or a table of short trainings."""
    return bmo.recognises(sheets) or tensions.recognises(sheets) or trainings.recognises(sheets)


def read_file(engine: Engine, sheets: Sheets, file_name: str) -> Taken:
    """Read a file that `recognises` knows. Raises RefusedFile where nothing can be taken of it."""
    if bmo.recognises(sheets):
        return _survey(engine, sheets, file_name)
    if tensions.recognises(sheets):
        return _tensions(engine, sheets, file_name)
    return _trainings(engine, sheets)


def _survey(engine: Engine, sheets: Sheets, file_name: str) -> Taken:
    survey = bmo.read_survey(sheets, file_name)
    _check_rows(survey.rows, survey.problems, _NO_SURVEY_ROWS)
    frames = {"labour_needs": survey.rows}
    if survey.national is not None:
        frames["labour_needs_national"] = survey.national
    known = reads.read_table(engine, "labour_needs")
    known = known[known["survey_year"] == survey.survey_year]
    found = difference(known, survey.rows, SURVEY_KEY) if len(known) else None
    published = f" Projets publiés dans le Lot : {_published(known)} avant, {_published(survey.rows)} maintenant."
    told, to_confirm = _replacement(found, f"L'enquête de {survey.survey_year}", published)
    return Taken(
        ImportKind.LABOUR_NEEDS,
        frames,
        survey.read,
        len(survey.rows),
        survey.rejected,
        survey.left_out,
        _placed(survey.problems),
        told=[*told, *_left_out(survey)],
        to_confirm=[*survey.to_confirm, *to_confirm],
        is_known=found is not None and found.is_none and not _brings_the_country(engine, survey),
    )


def _tensions(engine: Engine, sheets: Sheets, file_name: str) -> Taken:
    found = tensions.read_tensions(sheets, file_name)
    _check_rows(found.rows, found.problems, _NO_TENSION_ROWS)
    known = reads.read_table(engine, "tensions")
    known = known[known["tension_year"].isin(found.rows["tension_year"])]
    change = difference(known, found.rows, TENSION_KEY) if len(known) else None
    years = wording.listed(map(str, sorted(found.rows["tension_year"].unique())))
    told, to_confirm = _replacement(change, f"Les tensions de {years}", "")
    return Taken(
        ImportKind.TENSIONS,
        {"tensions": found.rows},
        found.read,
        len(found.rows),
        found.rejected,
        found.left_out,
        _placed(found.problems),
        told=told,
        to_confirm=to_confirm,
        is_known=change is not None and change.is_none,
    )


def _trainings(engine: Engine, sheets: Sheets) -> Taken:
    found = trainings.read_trainings(sheets)
    _check_rows(found.rows, found.problems, _NO_TRAINING)
    known = reads.read_table(engine, "trainings")
    change = difference(known, found.rows, TRAINING_KEY) if len(known) else None
    told, to_confirm = _replacement(change, "La table des formations", "")
    return Taken(
        ImportKind.TRAININGS,
        {"trainings": found.rows},
        found.read,
        found.read - found.rejected,
        found.rejected,
        0,
        _placed(found.problems),
        told=told,
        to_confirm=to_confirm,
        is_known=change is not None and change.is_none,
    )


def _left_out(survey: bmo.Survey) -> list[Problem]:
    if not survey.left_out:
        return []
    counted = wording.counted(survey.left_out, "ligne", feminine=True)
    france = "" if survey.national is None else _WITH_FRANCE
    return [Problem("other_departements", message=_LEFT_OUT.format(counted=wording.sentence(counted), france=france))]


def _placed(problems: list[Problem]) -> list[Problem]:
    """Each message begins with its line, if it has one; the sheet is the only one that is read."""
    return [
        replace(problem, message=f"{place_words('', problem.row)}{problem.message[0].lower()}{problem.message[1:]}")
        if problem.row
        else problem
        for problem in problems
    ]


def _check_rows(rows: pd.DataFrame, problems: list[Problem], otherwise: str) -> None:
    if rows.empty:
        raise RefusedFile(_placed(problems)[0] if problems else Problem("no_rows", message=otherwise))


def _brings_the_country(engine: Engine, survey: bmo.Survey) -> bool:
    if survey.national is None:
        return False
    known = reads.read_table(engine, "labour_needs_national")
    return survey.survey_year not in set(known["survey_year"])


def _replacement(found: Difference | None, what: str, more: str) -> tuple[list[Problem], list[Problem]]:
    """What is told of a year already known, and what must be confirmed because much would go."""
    if found is None or found.is_none:
        return [], []
    message = _REPLACED.format(what=what, difference=found.words, more=more)
    if found.loses_many:
        return [], [Problem("vintage_shrinks", message=f"{message} {_SHRINKS}")]
    return [Problem("vintage_replaced", message=message)], []


def _published(rows: pd.DataFrame) -> str:
    return wording.number(rows.loc[rows["departement_code"] == territory.LOT, "met"].sum())


_NO_SURVEY_ROWS = (
    "Cette enquête n'a aucune ligne du Lot ni de ses voisins : vérifiez que le fichier est celui de la France."
)
_NO_TENSION_ROWS = (
    "Ce fichier de tensions n'a aucune ligne des bassins d'emploi du Lot ni de ses voisins : vérifiez que c'est celui "
    "de la France ou de l'Occitanie."
)
_NO_TRAINING = "Ce tableau de formations n'a aucune ligne sous ses titres : ajoutez-en une et renvoyez le fichier."
_LEFT_OUT = "{counted} d'autres départements que le Lot et ses voisins : elles ne sont pas gardées{france}."
_WITH_FRANCE = " une à une, seul le total de la France l'est"
_REPLACED = "{what} : ce fichier en remplace un autre. {difference}.{more}"
_SHRINKS = "Beaucoup de lignes disparaîtraient : si c'est voulu, confirmez ; sinon, donnez le fichier complet."
