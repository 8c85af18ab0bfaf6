"""The welcome service as help would see it: what each EPCI carries, how fast families are answered, what they say."""

from dataclasses import replace

import figures
from charts import welcome
from charts.bar_table import bar_table
from charts.intervals import intervals
from charts.silence import NO_SOURCE, NOT_WRITTEN, days_words
from charts.welcome import epci_table, score_words, silent_epcis, told_by_epci
from figures import Answer
from programme import territory, wording
from ui.blocks import Card, show_empty, show_heading, show_note, show_source
from ui.calls import calls_due
from ui.cards import figure_card
from ui.dots import show_bar_table, show_intervals
from ui.told import knows_last_contacts, out_of, rate_card, silence_of
from ui.view import View

ORDER_NOTE = "EPCI dans l'ordre de leurs habitants : ce n'est pas un classement."
ALL = "Tout le programme"


def answer_words(view: View) -> str:
    """What is under way, how fast it is answered, what is to be done: each part only where it is known."""
    delay = view.ask("A10")
    parts = [f"**{wording.counted(view.ask('A2').value, 'foyer suivi', 'foyers suivis')}**"]
    if not silence_of(delay):
        soon = "le jour même" if delay.value < 0.5 else f"en **{days_words(delay.value)}** ou moins"
        parts.append(f"une première réponse {soon} pour la moitié de ceux dont on connaît le délai")
    due = len(calls_due(view))
    parts.append(f"**{wording.counted(due, 'foyer')}** à rappeler")
    return f"{view.period}, {' ; '.join(parts)}."


def cards(view: View) -> list[Card]:
    """How fast, how many without news, how many to call, how satisfied: each says of how many it speaks."""
    delay, score, due = view.ask("A10"), view.ask("S2"), len(calls_due(view))
    lost = Card("", "Sans nouvelles depuis six mois", wording.sentence(NOT_WRITTEN))
    if knows_last_contacts(view):
        lost = figure_card(view, "A12", tail="sans nouvelles depuis six mois")
    return [
        rate_card(delay, days_words, "pour une première réponse", f"en médiane, sur {_counted(delay, 'foyer')}"),
        lost,
        Card(
            wording.number(due),
            wording.agreed(due, "foyer à rappeler", "foyers à rappeler"),
            "pour un anniversaire",
            figure="R2",
        ),
        rate_card(score, score_words, "de satisfaction", f"en moyenne, sur {_counted(score, 'note')}"),
    ]


def _counted(answer: Answer, noun: str) -> str:
    known = answer.total["denominator"]
    return wording.counted(known, noun) if known == known else noun


def show_load(view: View) -> None:
    answer = view.ask("S1", "epci", epci_code=None)
    heading = "Les dossiers que chacun porte"
    if not silence_of(view.ask("S1")):
        total = view.ask("S1").total
        heading = f"De {wording.number(total['low'])} à {wording.number(total['high'])} dossiers par référent"
    _show_by_epci(view, answer, heading, "Moyenne par référent ; la bande va du moins chargé au plus chargé")


def show_delay(view: View) -> None:
    answer = view.ask("A10", "epci", epci_code=None)
    silence = silence_of(view.ask("A10"))
    heading = "Le temps d'une première réponse"
    if not silence:
        heading = f"{wording.sentence(days_words(view.ask('A10').value))} pour une première réponse"
    _show_by_epci(view, answer, heading, "Jours, en médiane ; la bande tient la moitié des foyers", unit="j")


def show_satisfaction(view: View) -> None:
    score = view.ask("S2", "epci", epci_code=None)
    whole = view.ask("S2")
    heading = "Ce que disent les foyers installés"
    if not silence_of(whole):
        asked = wording.counted(whole.total["denominator"], "note")
        heading = f"{score_words(whole.value)} de satisfaction, sur {asked}"
    _show_by_epci(view, score, heading, "Note moyenne sur 5 ; la bande dit la part du hasard", largest=5.0, digits=1)


def show_needed(view: View) -> None:
    """S3: would they have come without the service?"""
    answer = view.ask("S3")
    silence = silence_of(answer)
    show_heading("Seraient-ils venus sans nous ?")
    if silence:
        show_empty(f"{wording.sentence(silence)}.")
    else:
        share = wording.percent_range(answer.total["low"], answer.total["high"])
        show_note(f"**{out_of(answer)}** disent qu'ils ne seraient pas venus sans l'accompagnement ({share}).")
    show_source(view.source(answer))


def show_every_epci(view: View) -> None:
    """Where help would be of use, on one line per EPCI."""
    cells = {figure: view.ask(figure, "epci", epci_code=None).cells for figure in ("A2", "A12", "S1", "A10", "S2")}
    everywhere = replace(view, question=replace(view.question, epci_code=None))
    calls, signs = calls_due(everywhere), everywhere.study("last_contacts")
    told = (cells[figure] for figure in ("S1", "A10", "S2"))
    rows = epci_table(cells["A2"], cells["A12"], signs, calls, *told, figures.epci_codes_received())
    show_heading("Où donner un coup de main", ORDER_NOTE)
    title = "Le service d'accueil, par EPCI"
    show_bar_table(
        bar_table(rows, welcome.HEADINGS, title=title, first="EPCI", bars=("followed",), highlighted=chosen_names(view))
    )
    show_note("« Non renseigné » ne dit rien du service rendu : la colonne manque dans le tableau de l'EPCI.")
    for figure in ("A2", "A12"):
        show_source(view.source(view.ask(figure)))


def chosen_names(view: View) -> tuple[str, ...]:
    """The EPCI chosen, to be put forward among all; none where the whole programme is."""
    code = view.question.epci_code
    return (territory.epci_names()[code],) if code else ()


def _show_by_epci(
    view: View,
    answer: Answer,
    heading: str,
    detail: str,
    *,
    unit: str = "",
    largest: float | None = None,
    digits: int = 0,
) -> None:
    """A rate by EPCI as dots and intervals, those alone that write it; the others are named."""
    show_heading(heading, detail)
    if answer.is_silent:
        show_empty(f"{wording.sentence(NO_SOURCE)}.")
    else:
        rows = told_by_epci(answer.cells)
        drawn = intervals(
            rows,
            title=heading,
            write=lambda value: wording.number(value, digits),
            unit=unit,
            highlighted=chosen_names(view),
            largest=largest,
        )
        show_intervals(drawn)
        silent = silent_epcis(answer.cells, figures.epci_codes_received())
        if silent:
            show_note(f"Non renseigné par {wording.listed(silent)}.")
    show_source(view.source(answer))
