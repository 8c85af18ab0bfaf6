"""The tables. Each says its grain in `info["grain"]`: what one row is."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

HOUSEHOLD_IDS = (
    "household_id",
    "family_id",
    "import_id",
    "source_file",
    "source_sheet",
    "source_row",
    "dossier_ref",
    "referent_id",
)
HOUSEHOLD_CODES = (
    "epci_code",
    "status",
    "attribution",
    "target_commune_code",
    "commune_code",
    "origin_departement_code",
    "origin_country_code",
    "profile",
    "age_band",
    "fap_version",
    "fap_code",
    "occupation_code",
    "partner_occupation_code",
    "channel",
    "campaign_id",
    "housing_solution",
    "abandonment_reason",
)
HOUSEHOLD_COUNTS = (
    "adults_count",
    "children_count",
    "children_maternelle_count",
    "children_elementaire_count",
    "children_college_count",
    "children_lycee_count",
    "working_adults_count",
    "interactions_count",
    "interactions_before_move_count",
    "satisfaction_score",
)
HOUSEHOLD_BOOLEANS = (
    "came_as_tourist",
    "partner_seeks_job",
    "partner_found_job",
    "took_local_job",
    "is_first_job",
    "has_doctor",
    "would_have_come_anyway",
)
HOUSEHOLD_DATES = (
    "first_contact_date",
    "first_answer_date",
    "qualification_date",
    "visit_date",
    "installation_date",
    "last_contact_date",
    "departure_date",
    "closing_date",
)


def _texts(*names: str) -> list[Column]:
    return [Column(name, String) for name in names]


def _floats(*names: str) -> list[Column]:
    return [Column(name, Float) for name in names]


def _import_id() -> Column:
    return Column("import_id", Integer, ForeignKey("imports.import_id"), nullable=False)


imports = Table(
    "imports",
    metadata,
    Column("import_id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False),
    Column("source_file", String, nullable=False),
    Column("epci_code", String(9)),
    Column("kind", String, nullable=False),
    Column("received_date", Date, nullable=False),
    Column("accepted_at", DateTime, nullable=False),
    *[Column(f"{name}_count", Integer, nullable=False) for name in ("read", "accepted", "rejected", "left_out")],
    Column("is_demo", Boolean, nullable=False),
    info={"grain": "one row per accepted file, EPCI and kind"},
)

undos = Table(
    "undos",
    metadata,
    _import_id(),
    Column("undone_at", DateTime, nullable=False),
    PrimaryKeyConstraint("import_id"),
    info={"grain": "one row per import taken back: it counts no more, at any date"},
)

households = Table(
    "households",
    metadata,
    Column("household_id", String(32), nullable=False),
    Column("family_id", String(32), nullable=False),
    _import_id(),
    *_texts("source_file", "source_sheet"),
    Column("source_row", Integer),
    *_texts("dossier_ref", "referent_id", *HOUSEHOLD_CODES),
    *[Column(name, Integer) for name in HOUSEHOLD_COUNTS],
    *[Column(name, Boolean) for name in HOUSEHOLD_BOOLEANS],
    *[column for name in HOUSEHOLD_DATES for column in (Column(name, Date), Column(f"{name}_precision", String(5)))],
    PrimaryKeyConstraint("import_id", "household_id"),
    info={"grain": "one row per household and accepted import"},
)

needs = Table(
    "needs",
    metadata,
    Column("household_id", String(32), nullable=False),
    _import_id(),
    Column("axis", String, nullable=False),
    Column("is_met", Boolean),
    PrimaryKeyConstraint("import_id", "household_id", "axis"),
    info={"grain": "one row per household, accepted import and axis of need"},
)

household_keys = Table(
    "household_keys",
    metadata,
    Column("household_id", String(32), nullable=False),
    _import_id(),
    *_texts("key_kind", "key_hash"),
    PrimaryKeyConstraint("import_id", "household_id", "key_kind", "key_hash"),
    info={"grain": "one row per household, accepted import and key (phone, email, name), as a keyed hash"},
)

labour_needs = Table(
    "labour_needs",
    metadata,
    Column("survey_year", Integer, nullable=False),
    *_texts("departement_code", "bassin_code", "bassin_name"),
    Column("fap_version", Integer, nullable=False),
    *_texts("fap_code", "fap_name", "fap_family_code"),
    *_floats(*[f"{figure}{bound}" for figure in ("met", "xmet", "smet") for bound in ("", "_low", "_high")]),
    _import_id(),
    PrimaryKeyConstraint("import_id", "departement_code", "bassin_code", "fap_code"),
    info={"grain": "one row per survey year, bassin d'emploi and job (FAP); figures empty where secret"},
)

labour_needs_national = Table(
    "labour_needs_national",
    metadata,
    Column("survey_year", Integer, nullable=False),
    Column("fap_version", Integer, nullable=False),
    *_texts("fap_code", "fap_name", "fap_family_code"),
    *_floats(*[f"{figure}{bound}" for figure in ("met", "xmet", "smet") for bound in ("", "_low", "_high")]),
    *_floats("xmet_fewest_met", "smet_fewest_met", "lasting_low", "lasting_high"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "fap_code"),
    info={"grain": "one row per survey year and job (FAP), France, from a file of 90 départements or more"},
)

rejections = Table(
    "rejections",
    metadata,
    Column("rejection_id", Integer, primary_key=True, autoincrement=True),
    _import_id(),
    *_texts("source_file", "source_sheet"),
    Column("source_row", Integer),
    *_texts("column", "code", "message"),
    Column("is_row", Boolean, nullable=False),
    Index(None, "import_id"),
    info={"grain": "one row per cell or line of an accepted file that was refused"},
)

duplicates = Table(
    "duplicates",
    metadata,
    *_texts("household_id", "other_household_id", "evidence", "decision", "reason"),
    Column("decided_at", DateTime),
    PrimaryKeyConstraint("household_id", "other_household_id", "decided_at"),
    info={
        "grain": "one row per decision on a pair of households that may be the same family, the last one counts; "
        "read now, one row per pair that meets, decided_at empty where nobody decided"
    },
)

follow_ups = Table(
    "follow_ups",
    metadata,
    *_texts("household_id"),
    Column("follow_up_date", Date, nullable=False),
    Column("is_still_here", Boolean),
    _import_id(),
    PrimaryKeyConstraint("import_id", "household_id", "follow_up_date"),
    info={"grain": "one row per household and date of a call after its move; is_still_here empty where unknown"},
)

reported_counts = Table(
    "reported_counts",
    metadata,
    *_texts("epci_code"),
    Column("month_date", Date, nullable=False),
    *_texts("figure"),
    Column("reported_count", Integer, nullable=False),
    _import_id(),
    PrimaryKeyConstraint("import_id", "epci_code", "month_date", "figure"),
    info={"grain": "one row per EPCI that sends only totals, month and figure"},
)

tensions = Table(
    "tensions",
    metadata,
    Column("tension_year", Integer, nullable=False),
    *_texts("bassin_code", "rome_code"),
    *_floats("offers_count", "seekers_count"),
    Column("tension_score", Integer),
    _import_id(),
    PrimaryKeyConstraint("import_id", "tension_year", "bassin_code", "rome_code"),
    info={"grain": "one row per year, bassin d'emploi and occupation (ROME) with enough data"},
)

trainings = Table(
    "trainings",
    metadata,
    *_texts("training_name", "certification"),
    Column("fap_version", Integer, nullable=False),
    *_texts("fap_code"),
    Column("duration_hours", Integer),
    *_texts("duration_words", "source"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "training_name", "fap_version", "fap_code"),
    info={"grain": "one row per short training and job (FAP) that it opens; hours empty where no text sets them"},
)

living_conditions = Table(
    "living_conditions",
    metadata,
    *_texts("commune_code", "indicator"),
    Column("condition_year", Integer, nullable=False),
    *_floats("value"),
    Column("observations_count", Integer),
    _import_id(),
    PrimaryKeyConstraint("import_id", "commune_code", "indicator", "condition_year"),
    info={"grain": "one row per commune, indicator and year"},
)

actions = Table(
    "actions",
    metadata,
    *_texts("campaign_id", "action_name", "action_kind"),
    Column("start_date", Date),
    Column("end_date", Date),
    *_floats("cost_euros"),
    *_texts("channel"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "campaign_id"),
    info={"grain": "one row per campaign, salon or television report"},
)

companies = Table(
    "companies",
    metadata,
    *_texts("company_id", "campaign_id", "sector", "epci_code", "outcome"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "company_id", "campaign_id"),
    info={"grain": "one row per company and action it took part in"},
)

targets = Table(
    "targets",
    metadata,
    *_texts("figure", "epci_code"),
    Column("target_year", Integer, nullable=False),
    *_floats("value"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "figure", "epci_code", "target_year"),
    info={"grain": "one row per figure, EPCI (empty for the whole programme) and year"},
)

committees = Table(
    "committees",
    metadata,
    Column("committee_date", Date, nullable=False),
    _import_id(),
    PrimaryKeyConstraint("import_id", "committee_date"),
    info={"grain": "one row per meeting of the comité de pilotage"},
)

decisions = Table(
    "decisions",
    metadata,
    Column("committee_date", Date, nullable=False),
    Column("rank", Integer, nullable=False),
    *_texts("decision"),
    _import_id(),
    PrimaryKeyConstraint("import_id", "committee_date", "rank"),
    info={"grain": "one row per decision of a committee"},
)

layouts = Table(
    "layouts",
    metadata,
    *_texts("epci_code", "header_hash", "field"),
    Column("chosen_at", DateTime, nullable=False),
    PrimaryKeyConstraint("epci_code", "header_hash"),
    info={"grain": "one row per EPCI and confirmed column heading, as a keyed hash"},
)

label_choices = Table(
    "label_choices",
    metadata,
    *_texts("epci_code", "field", "label_hash", "chosen_code"),
    Column("chosen_at", DateTime, nullable=False),
    PrimaryKeyConstraint("epci_code", "field", "label_hash"),
    info={"grain": "one row per EPCI, field and confirmed label, as a keyed hash of its normal form"},
)
