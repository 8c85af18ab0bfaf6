"""Who comes for the jobs hard to fill, and what else helps: trainings, companies, first jobs, tensions."""

from charts import newcomers as told
from charts.employers import of_family
from figures import Answer
from programme import wording
from ui.blocks import Card, show_cards, show_empty, show_heading, show_note, show_source, show_table
from ui.exports import show_downloads
from ui.told import rate_card
from ui.view import View

ROWS_SHOWN = 10
MATCH_NOTE = (
    "**Mettre en relation** : quelqu'un en contact a ce métier. **Former** : une formation courte l'ouvre. **Faire "
    "venir** : personne encore. Sous cinq personnes, le nombre n'est pas dit. Conjoints compris ; télétravailleurs, "
    "créateurs et retraités n'y sont pas."
)
TENSION_NOTE = "De 1 (faible) à 5 (forte). « — » ne veut pas dire sans tension : trop peu d'offres pour le savoir."


def show_match(view: View, family: str | None) -> None:
    if not view.known.received_dates:
        show_heading("Qui arrive pour ces métiers")
        show_empty("Aucun tableau d'accueil n'a encore été reçu.", "Importez ceux des EPCI pour rapprocher les deux.")
        return
    match = of_family(view.study("match"), family)
    coverage = view.ask("E4")
    share = wording.percent_range(coverage.total["low"], coverage.total["high"], 1)
    show_heading(f"{share} des recrutements difficiles ont trouvé, ou peuvent trouver, un nouvel arrivant")
    show_cards(_match_cards(view, coverage, share))
    show_note(MATCH_NOTE)
    show_table(
        told.match_rows(match.head(ROWS_SHOWN)),
        "Les besoins difficiles, et qui arrive : ce sur quoi le comité peut agir d'abord",
        is_folded=False,
    )
    show_downloads(view, "match", match, label="Télécharger tout le tableau")
    show_source(view.source(coverage))
    handed = of_family(view.study("to_hand_over"), family)
    show_heading("À transmettre à France Travail", "Des comptes par métier et bassin, aucune personne")
    show_table(told.hand_over_rows(handed), "Arrivants par métier et bassin", label="Voir la feuille")
    show_downloads(view, "to_hand_over", handed, label="Télécharger la feuille")


def _match_cards(view: View, coverage: Answer, share: str) -> list[Card]:
    partners, jobs = view.ask("E5"), view.ask("E7")
    meaning, first = coverage.entry.formula, wording.number(jobs.value)
    return [
        Card(share, "de besoins couverts", "déjà pris, puis avec les contacts", help=meaning, figure="E4"),
        rate_card(partners, wording.percent, "des conjoints ont trouvé", "de ceux qui cherchaient un emploi"),
        Card(first, "premiers emplois", "au moins", help=jobs.entry.caveat, figure="E7"),
    ]


def show_means(view: View, family: str | None) -> None:
    show_trainings(view, family)
    show_companies(view, family)
    if view.known.received_dates:
        show_first_jobs(view)
    show_tensions(view)


def show_trainings(view: View, family: str | None = None) -> None:
    trainings = of_family(view.study("short_trainings"), family)
    show_heading("Une formation courte y mène", "Métiers difficiles à pourvoir qu'une formation courte ouvre")
    if len(trainings):
        show_table(told.training_rows(trainings), "Métiers et formations courtes", is_folded=False)
        show_downloads(view, "short_trainings", trainings)
    else:
        show_empty(
            "Aucune formation n'est notée pour ces métiers.", "Complétez le tableau des formations et importez-le."
        )


def show_companies(view: View, family: str | None = None) -> None:
    companies, outcomes = view.study("partner_companies"), view.study("companies_by_sector")
    if family:
        companies, outcomes = (rows[rows["sector"] == family] for rows in (companies, outcomes))
    if len(companies):
        show_heading(told.companies_message(companies, outcomes), "Entreprises qui ont pris part aux actions")
        show_table(
            told.company_rows(companies, outcomes), "Entreprises par secteur, et ce qu'elles ont eu", is_folded=False
        )
        show_downloads(view, "companies_by_sector", outcomes)
    else:
        show_heading("Les entreprises qui s'engagent", "Entreprises qui ont pris part aux actions, par secteur")
        show_empty(
            "Aucune entreprise n'est notée ici.",
            "Notez-les dans la feuille « Entreprises » du classeur du programme (entreprise, secteur, EPCI, action, ce "
            "qu'elle a obtenu) et importez-le : leur nom n'est pas gardé.",
        )


def show_first_jobs(view: View) -> None:
    total, first_jobs = view.ask("E7"), view.study("first_jobs")
    count = wording.counted(total.value, "foyer installé", "foyers installés")
    show_heading("Les premiers emplois des jeunes", f"Au moins {count} pour un premier emploi")
    show_table(told.first_job_rows(first_jobs), "Premiers emplois, par EPCI et par métier")
    show_downloads(view, "first_jobs", first_jobs)
    show_source(view.source(total))


def show_tensions(view: View) -> None:
    tensions = view.study("tensions")
    if len(tensions):
        year = int(tensions["tension_year"].iloc[0])
        show_heading("Un second témoin : les tensions", f"Indicateur de France Travail et de la Dares, {year}")
        show_note(TENSION_NOTE)
        show_table(told.tension_rows(tensions), f"Tension par métier et bassin d'emploi, {year}")
        show_downloads(view, "tensions", tensions)
