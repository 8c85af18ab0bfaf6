"""The portrait of one EPCI, for who has two minutes and a phone: its parts, from the top of the page to its foot."""

from dataclasses import replace

import pandas as pd
import streamlit as st

import figures
from charts import blocking
from charts.bar_table import bar_table
from charts.bars import bars
from charts.blocking import need_heading, need_rows
from charts.commune_classes import commune_classes
from charts.intervals import intervals
from charts.labels import employers_of, job_bars
from programme import territory, wording
from programme.jobs import JobFamily
from ui.blocks import show_empty, show_heading, show_note, show_source, show_table
from ui.choices import choose_epci
from ui.dots import show_bar_table, show_intervals
from ui.epci_map import show_epci
from ui.lot_map import show_map
from ui.places import epci_layer
from ui.sparks import show_bars
from ui.view import View, show_choices

ALL = "Tout le programme"
COMPARED = "À côté de tout le programme ; la bande dit la part du hasard"
VERDICTS = {
    "within": "l'écart avec l'ensemble peut venir du hasard seul, ce n'est ni une avance ni un retard.",
    "above": "c'est plus que le hasard seul n'explique, il y a ici quelque chose à apprendre.",
    "below": "c'est moins que le hasard seul n'explique, à regarder de près : l'accueil, ou ce qui est noté.",
}
MOST_JOBS = 5
PRIORITIES = (JobFamily.SANTE_AIDE.value, JobFamily.INDUSTRIE.value)
TO_COMPLETE = "à compléter"
TO_IMPORT = "Téléchargez la « base open data BMO » sur le site de France Travail, puis importez-la telle quelle."


def of_epci(view: View) -> View:
    """The same view of the whole EPCI: a commune's own figures are told in classes alone."""
    return replace(view, question=replace(view.question, commune_code=None))


def dates(view: View) -> str:
    """« Au 31 mars 2022 », without the name, which the title tells."""
    return wording.sentence(view.period.removeprefix(view.place))


def answer(view: View) -> str:
    """How many families settled and are followed; where only totals are sent, those followed are not known."""
    followed = view.ask("A2")
    settled = wording.counted_in(view.ask("A5").value, view.unit, "installé")
    told = f"{dates(view)}, **{settled}** avec l'accompagnement"
    if followed.lacking:
        return f"{told}. Seuls des totaux par mois sont envoyés : les foyers suivis ne sont pas connus."
    return f"{told} et **{wording.counted_in(followed.value, view.unit, 'suivi')}** par le service d'accueil."


def persons_settled(view: View) -> str:
    """« soit au moins 27 personnes »; nothing where none settled, or where only families are counted."""
    persons = view.ask("A6")
    if persons.lacking or not view.ask("A5").value:
        return ""
    return f"soit au moins {wording.counted(persons.value, 'personne', feminine=True)}"


def show_choice(view: View) -> None:
    """Ten EPCIs to choose from, as a list and as a map; either writes the address."""
    with st.container(key="choix_epci"):
        for code, name in territory.epci_names().items():
            st.button(name, key=f"choix_{code}", on_click=choose_epci, args=(code,), width="stretch")
    answer = view.ask("A5", "epci", commune_code=None)
    layer = epci_layer(view, answer, "installé")
    show_heading("Ou touchez-le sur la carte", "Foyers installés, par EPCI qui les suit")
    show_map(layer, key="carte", on_pick=choose_epci)
    show_table(layer.rows, layer.summary)
    show_source(view.source(answer))


def show_other() -> None:
    """Back to the list and the map of the EPCIs."""
    st.button("Voir un autre EPCI", key="autre_epci", on_click=choose_epci, args=(None,), type="tertiary")


def show_dates(view: View) -> None:
    """The filters at the foot of the page: whoever has two minutes reads first."""
    show_heading("Changer d'EPCI ou de dates")
    show_choices(view, ("foyers",))


def show_portrait_map(view: View) -> None:
    wishing, settled = (view.ask(figure, "commune") for figure in ("A1", "A5"))
    classes = commune_classes(view.question.epci_code, wishing.cells, settled.cells)
    show_heading(classes.heading, "Foyers en contact qui veulent y vivre, en classes de cinq")
    show_epci(classes)
    show_table(classes.rows, classes.summary)
    show_source(view.source(wishing))


def show_comparison(view: View) -> None:
    """Against all the EPCIs, per 1 000 inhabitants: two dots, two intervals and a careful sentence."""
    missing = territory.partner_epcis() - figures.epci_codes_received(view.known_on)
    if missing:
        show_heading("Pour 1 000 habitants", COMPARED)
        names = [name for code, name in territory.epci_names().items() if code in missing]
        sent = wording.agreed(len(names), "n'a pas envoyé son tableau", "n'ont pas envoyé leur tableau")
        show_empty(f"Pas de comparaison encore : {wording.listed(names)} {sent}.")
        return
    here, everywhere = view.ask("X3"), view.ask("X3", epci_code=None)
    counted = wording.agreed(here.value, "foyer installé", "foyers installés")
    show_heading(f"{one_digit(here.value)} {counted} pour 1{wording.THIN}000 habitants", COMPARED)
    name = territory.epci_names()[view.question.epci_code]
    rows = pd.DataFrame([here.total, everywhere.total]).assign(label=[name, ALL])
    show_intervals(intervals(rows, title="Pour 1 000 habitants", write=one_digit, highlighted=(name,)))
    funnel = view.study("funnel").set_index("epci")
    settled = wording.counted(here.total["numerator"], "foyer installé", "foyers installés")
    people = wording.number(here.total["denominator"])
    show_note(f"{settled} pour {people} habitants : {VERDICTS[funnel.loc[view.question.epci_code, 'verdict']]}")
    show_source(view.source(here))


def one_digit(value: float) -> str:
    return wording.number(value, 1)


def show_blocking(view: View) -> None:
    asked, lost = view.ask("N1", "axis"), view.ask("N1P", "axis")
    rows = need_rows(asked.cells, view.ask("N1", "axis", "is_met").cells, lost.cells)
    if rows.empty:
        show_heading("Ce que les familles demandent")
        show_empty(f"Aucun besoin n'est noté dans le tableau de {territory.epci_names()[view.question.epci_code]}.")
        return
    show_heading(need_heading(rows), "Foyers qui l'ont demandé, restés sans réponse, qui ont renoncé pour cette raison")
    show_bar_table(bar_table(rows, blocking.HEADINGS, title="Besoins des familles", first="Besoin", bars=("asked",)))
    for answer in (asked, lost):
        show_source(view.source(answer))


def show_jobs(view: View) -> None:
    """What employers of the EPCI's bassins d'emploi find hard to fill."""
    share, jobs = view.ask("E3D"), view.study("jobs_ranked").head(MOST_JOBS)
    if jobs.empty:
        show_heading("Les métiers qui manquent de bras")
        show_empty("Aucune enquête Besoins en main-d'œuvre n'a été importée à cette date.", TO_IMPORT)
        return
    difficult = wording.percent_range(share.total["low"], share.total["high"])
    employers = employers_of(view.ask("E3", "bassin").cells)
    ours = jobs.loc[jobs["job_family"].isin(PRIORITIES), "fap_name"]
    detail = f"Par {employers} ; les cinq premiers métiers, et en gras les priorités : santé et industrie"
    show_heading(f"{difficult} des recrutements jugés difficiles", detail)
    drawn = bars(job_bars(jobs), title="Métiers difficiles à pourvoir", unit_label="projets", highlighted=set(ours))
    show_bars(drawn)
    show_source(view.source(share))


def show_service(epci_code: str) -> None:
    """Whom to call: public facts of data/reference/services.csv, and what it does not have yet."""
    service, epci = territory.services().loc[epci_code], territory.epcis().loc[epci_code]
    show_heading("Qui appeler", epci["epci_name"])
    website = service["website"]
    link = f'<a href="{website}" target="_blank">{website.removeprefix("https://")}</a>' if website else TO_COMPLETE
    lines = (("Service d'accueil", service["phone"] or TO_COMPLETE), ("Site", link))
    st.html(f'<dl class="lot-service">{"".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in lines)}</dl>')
