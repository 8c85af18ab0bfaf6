"""What the programme's actions bring: their timeline, the channels, the cost, and who takes the slogan up."""

import pandas as pd

from charts import channels
from charts.bar_table import bar_table
from charts.bars import bars
from charts.channels import channel_rows, cost_rows
from charts.effects import clear_labels, effect_rows, effect_table, effects_heading
from charts.intervals import intervals
from charts.labels import leading
from charts.silence import NO_SOURCE, months_words
from charts.timeline import month_table, timeline
from figures import Answer
from programme import wording
from ui.blocks import show_empty, show_heading, show_note, show_source, show_table
from ui.dots import show_bar_table, show_intervals
from ui.sparks import show_bars
from ui.timeline import show_timeline
from ui.told import out_of, silence_of
from ui.view import View

EURO = "€"
COST_TITLES = {"contact": "Par foyer en contact", "installation": "Par foyer installé"}
NO_ACTION = (
    "Aucune action n'est renseignée à cette date.",
    "Notez-les dans le classeur du programme (salons, campagnes, reportages, avec dates et coûts), puis importez-le.",
)
AMBASSADOR = "ambassadeur"


def actions_of(view: View) -> pd.DataFrame:
    """The actions of the period, in time, and what is known of their effect."""
    effects = view.study("action_effects", start=None, commune_code=None)
    start = view.question.start
    return effects if start is None else effects[effects["start_date"] >= pd.Timestamp(start)].reset_index(drop=True)


def show_actions(view: View, effects: pd.DataFrame) -> None:
    """The timeline, then what can be said of each action, under the same number."""
    contacts = view.ask("A1", "month")
    drawn = timeline(
        contacts.cells,
        effects,
        until=view.question.as_of,
        unit_words=("foyer en contact", "foyers en contact"),
        title="Contacts par mois et actions du programme",
        marks=[(day, "comité") for day in view.known.committee_dates],
    )
    detail = "Disque plein : l'effet se distingue du hasard" if len(effects) else "Aucune action n'est renseignée"
    show_heading("Les actions, sur les contacts de chaque mois", detail)
    show_timeline(drawn)
    show_table(month_table(contacts.cells, view.question.as_of, "Foyers en contact"), drawn["summary"])
    show_source(view.source(contacts))
    if effects.empty:
        show_empty(*NO_ACTION)
        return
    show_heading(effects_heading(effects), "Foyers en contact dans les huit semaines qui suivent son début")
    rows, clear = effect_rows(effects), clear_labels(effects)
    show_intervals(intervals(rows, title="Contacts après chaque action", highlighted=clear))
    show_source(
        "**Effet d'une action** : le point et sa bande sont les contacts et la part du hasard ; les traits, les huit "
        "semaines d'avant et les mêmes semaines d'autres années. On ne conclut que si toutes les comparaisons vont "
        "dans le même sens. Source : classeur du programme et tableaux de suivi des EPCI, arrêté au "
        f"{wording.day(view.question.as_of)}."
    )
    show_table(effect_table(effects), "Les actions et les contacts autour d'elles")


def show_channels(view: View) -> None:
    contacts, moves, delays = view.ask("C1", "channel"), view.ask("C1S", "channel"), view.ask("A9", "channel")
    rows = channel_rows(contacts.cells, moves.cells, delays.cells)
    ranked = rows.rename(columns={"contacts": "value"})
    show_heading(
        leading(ranked, "Par où l'on nous connaît", "D'abord : "),
        "Foyers en contact et foyers installés dans la période, et mois de l'un à l'autre",
    )
    title = "Contacts, installations et délai par canal"
    if rows.empty:
        show_empty("Aucun foyer en contact dans la période.")
        return
    show_bar_table(bar_table(rows, channels.HEADINGS, title=title, first="Canal", bars=("contacts", "moves")))
    show_note("Qui s'installe a souvent appelé avant la période : l'un divisé par l'autre ne fait pas un taux.")
    for answer in (contacts, moves, delays):
        show_source(view.source(answer))


def show_costs(view: View) -> None:
    whole, parts = view.ask("C2", "outcome"), view.ask("C2", "outcome", "channel")
    detail = "Coût des actions du programme, par foyer qui les cite ; la bande dit la part du hasard"
    show_heading(costs_heading(whole), detail)
    if whole.is_silent:
        show_empty(f"{wording.sentence(NO_SOURCE)}.")
        show_source(view.source(whole))
        return
    for outcome, title in COST_TITLES.items():
        rows = cost_rows(whole.cells, parts.cells, outcome)
        if rows["value"].notna().any():
            show_note(f"**{title}**")
            show_intervals(intervals(rows, title=title, unit=EURO, highlighted=(channels.ALL_ACTIONS,)))
        else:
            show_note(f"**{title}** : trop peu de foyers citent une action pour un coût.")
    show_note(lag_words(view))
    show_source(view.source(whole))


def costs_heading(whole: Answer) -> str:
    """« 2 254 € par foyer en contact, 8 590 € par foyer installé », where families are enough."""
    known = whole.cells.dropna(subset="value").set_index("outcome")["value"]
    told = [
        f"{wording.number(known[outcome])}{wording.NBSP}{EURO} {title[:1].lower()}{title[1:]}"
        for outcome, title in COST_TITLES.items()
        if outcome in known
    ]
    return ", ".join(told) or "Ce que coûte une famille"


def lag_words(view: View) -> str:
    """Why the cost per family settled leaves out the last year's actions."""
    delay = view.ask("A9", epci_code=None)
    begin = "Par foyer installé, seules comptent les actions d'il y a douze mois et plus"
    if silence_of(delay):
        return f"{begin} : s'installer prend du temps."
    return f"{begin} : il faut {months_words(delay.value)}, en médiane, pour s'installer après le premier appel."


def show_tourists(view: View) -> None:
    """Families that came as tourists first; those who do not tell are drawn as such."""
    answer, settled = view.ask("C3"), view.ask("A5")
    silence = silence_of(answer)
    came, asked = answer.total["numerator"], answer.total["denominator"]
    show_heading(tourists_heading(answer, silence), "Foyers installés, selon ce qu'ils disent de leur première venue")
    if answer.is_silent or not asked >= 1:
        show_empty(f"{wording.sentence(silence)}.")
    else:
        labels = ("D'abord venus en touristes", "Pas venus en touristes", "Ne le disent pas")
        values = (came, asked - came, settled.value - asked)
        rows = pd.DataFrame({"label": labels, "value": values})
        show_bars(
            bars(rows, title="Touristes devenus habitants", unit_label=("foyer", "foyers"), highlighted=labels[:1])
        )
    show_source(view.source(answer))


def tourists_heading(answer: Answer, silence: str) -> str:
    if silence:
        return "Des touristes devenus habitants"
    share = wording.percent_range(answer.total["low"], answer.total["high"])
    return f"{out_of(answer)} étaient d'abord venus en touristes ({share})"


def show_adoption(view: View) -> None:
    """Who takes the slogan up: ambassadors by those whom they bring, partner companies where they are counted."""
    brought, settled = (_by_ambassador(view, figure) for figure in ("C1", "C1S"))
    show_heading("Le slogan est-il adopté ?", "Par ceux qui en parlent autour d'eux, et par les entreprises")
    told = [wording.counted(brought, "foyer en contact", "foyers en contact")]
    told.append(wording.counted(settled, "foyer installé", "foyers installés"))
    show_note(f"Venus par un ambassadeur : **{told[0]}** et **{told[1]}** dans la période.")
    show_note(f"Nombre d'ambassadeurs : {NO_SOURCE}.")
    show_note(f"Entreprises partenaires : {companies_words(view)}.")
    show_source(view.source(view.ask("C1", "channel")))


def companies_words(view: View) -> str:
    if view.study("partner_companies", start=None, epci_code=None).empty:
        return NO_SOURCE
    count = len(view.study("partner_companies"))
    told = wording.counted(count, "entreprise", feminine=True)
    return f"{told} {wording.agreed(count, 'a pris', 'ont pris')} part à une action"


def _by_ambassador(view: View, figure: str) -> float:
    cells = view.ask(figure, "channel").cells
    return float(cells.loc[cells["channel"] == AMBASSADOR, "value"].sum())
