"""The programme's closed lists: a code for the store, a French label for the screen."""

from enum import StrEnum


class Term(StrEnum):
    """A code with the French label that people read."""

    label: str

    def __new__(cls, code: str, label: str) -> "Term":
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Status(Term):
    """Where a household stands today, as its référent wrote it."""

    CONTACT = "contact", "Contact"
    SUIVI = "suivi", "Suivi"
    VISITE = "visite", "Visite"
    INSTALLE = "installe", "Installé"
    PARTI = "parti", "Parti"
    ABANDON = "abandon", "Abandon"


class Attribution(Term):
    """What the welcome service did for a household that settled."""

    ACCOMPAGNE = "accompagne", "Accompagné"
    INFORME = "informe", "Informé"
    HORS_DISPOSITIF = "hors_dispositif", "Hors dispositif"


class Profile(Term):
    SALARIE = "salarie", "Salarié"
    DEMANDEUR_EMPLOI = "demandeur_emploi", "Demandeur d'emploi"
    CREATEUR_REPRENEUR = "createur_repreneur", "Créateur ou repreneur"
    TELETRAVAILLEUR = "teletravailleur", "Télétravailleur"
    PREMIER_EMPLOI = "premier_emploi", "Premier emploi"
    ETUDIANT = "etudiant", "Étudiant"
    RETRAITE = "retraite", "Retraité"
    AUTRE = "autre", "Autre"


class Channel(Term):
    SITE = "site", "Site internet"
    SALON = "salon", "Salon"
    CAMPAGNE = "campagne", "Campagne"
    TELEVISION = "television", "Télévision"
    PRESSE = "presse", "Presse"
    RESEAUX_SOCIAUX = "reseaux_sociaux", "Réseaux sociaux"
    AMBASSADEUR = "ambassadeur", "Ambassadeur"
    BOUCHE_A_OREILLE = "bouche_a_oreille", "Bouche à oreille"
    TOURISME = "tourisme", "Tourisme"
    FRANCE_TRAVAIL = "france_travail", "France Travail"
    ENTREPRISE = "entreprise", "Entreprise"
    MAIRIE_EPCI = "mairie_epci", "Mairie ou EPCI"
    AUTRE = "autre", "Autre"


class NeedAxis(Term):
    LOGEMENT = "logement", "Logement"
    EMPLOI = "emploi", "Emploi"
    EMPLOI_CONJOINT = "emploi_conjoint", "Emploi du conjoint"
    ECOLE_GARDE = "ecole_garde", "École et garde"
    SANTE = "sante", "Santé"
    HAUT_DEBIT = "haut_debit", "Haut débit"
    FORMATION = "formation", "Formation"
    MOBILITE = "mobilite", "Mobilité"
    AUTRE = "autre", "Autre"


class AbandonmentReason(Term):
    """Why a household gave up; the axes of needs, and what has no axis."""

    LOGEMENT = "logement", "Logement"
    EMPLOI = "emploi", "Emploi"
    EMPLOI_CONJOINT = "emploi_conjoint", "Emploi du conjoint"
    ECOLE_GARDE = "ecole_garde", "École et garde"
    SANTE = "sante", "Santé"
    HAUT_DEBIT = "haut_debit", "Haut débit"
    FORMATION = "formation", "Formation"
    MOBILITE = "mobilite", "Mobilité"
    PERSONNEL = "personnel", "Raison personnelle"
    AUTRE_TERRITOIRE = "autre_territoire", "Autre territoire choisi"
    AUTRE = "autre", "Autre"


class HousingSolution(Term):
    LOCATION = "location", "Location"
    ACHAT = "achat", "Achat"
    LOGEMENT_SOCIAL = "logement_social", "Logement social"
    HEBERGEMENT = "hebergement", "Hébergement chez un proche"
    TEMPORAIRE = "temporaire", "Logement temporaire"
    AUTRE = "autre", "Autre"


class AgeBand(Term):
    MOINS_30 = "moins_30", "Moins de 30 ans"
    DE_30_A_44 = "30_44", "30 à 44 ans"
    DE_45_A_59 = "45_59", "45 à 59 ans"
    PLUS_60 = "60_plus", "60 ans et plus"


class Precision(Term):
    """How much of a date is known; the date kept is the first day of it."""

    DAY = "day", "au jour"
    MONTH = "month", "au mois"
    YEAR = "year", "à l'année"


class ImportKind(Term):
    """What accepting a file does to what was known before."""

    STATE = "state", "État complet"
    SUPPLEMENT = "supplement", "Complément"
    FOLLOW_UP = "follow_up", "Retour d'appels"
    COUNTS = "counts", "Totaux mensuels"
    LABOUR_NEEDS = "labour_needs", "Enquête Besoins en main-d'œuvre"
    TENSIONS = "tensions", "Tensions sur le marché du travail"
    TRAININGS = "trainings", "Formations courtes"
    STEERING = "steering", "Comités, actions et objectifs"
    TARGETS = "targets", "Objectifs"
    ARRIVALS = "arrivals", "Migrations résidentielles"
    CONDITIONS = "conditions", "Conditions du territoire"


class PairDecision(Term):
    """What is decided of two files, of two EPCIs, that may be the same family."""

    SAME = "same", "Le même foyer"
    DIFFERENT = "different", "Deux foyers"
    OPEN = "open", "À trancher"


class PairReason(Term):
    """Why it was decided so: a closed list, since free words could name someone."""

    REFERENTS = "referents", "Les deux référents l'ont confirmé"
    HOMONYMES = "homonymes", "Deux foyers de même nom"
    TELEPHONE_PARTAGE = "telephone_partage", "Un téléphone ou un courriel partagé par deux foyers"
    SEPARATION = "separation", "Un foyer qui s'est séparé"
    SAISIE = "saisie", "Une erreur de saisie dans l'un des tableaux"
    AUTRE = "autre", "Autre raison"


class CompanyOutcome(Term):
    """What a company had from an action that it took part in, the furthest first."""

    RECRUTEMENT = "recrutement", "Un recrutement"
    STAGE_ALTERNANCE = "stage_alternance", "Un stage ou une alternance"
    CANDIDATURES = "candidatures", "Des candidatures"
    RENCONTRES = "rencontres", "Des rencontres"
    VISIBILITE = "visibilite", "De la visibilité"
    SANS_SUITE = "sans_suite", "Rien encore"


class Unit(Term):
    """What a figure counts."""

    FOYERS = "foyers", "foyers"
    PERSONNES = "personnes", "personnes"
    ACTIFS = "actifs", "actifs"
    ENFANTS = "enfants", "enfants"


class Scope(Term):
    """Whose figures: the partner EPCIs' follow-up, or the communes of the Lot."""

    PROGRAMME = "programme", "Les EPCI partenaires du programme"
    LOT = "lot", "Les communes du Lot"


KEY_FIELDS = (
    *("first_contact_date", "status", "target_commune_code", "origin_departement_code"),
    *("adults_count", "children_count", "profile", "channel"),
)
"""The columns of a household without which few figures can be made: their completeness is told."""
