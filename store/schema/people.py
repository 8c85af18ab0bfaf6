"""The families followed, each version of them by the import that told it."""

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, PrimaryKeyConstraint, String, Table

from store.schema.base import import_id, metadata, texts

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

households = Table(
    "households",
    metadata,
    Column("household_id", String(32), nullable=False),
    Column("family_id", String(32), nullable=False),
    import_id(),
    *texts("source_file", "source_sheet"),
    Column("source_row", Integer),
    *texts("dossier_ref", "referent_id", *HOUSEHOLD_CODES),
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
    import_id(),
    Column("axis", String, nullable=False),
    Column("is_met", Boolean),
    PrimaryKeyConstraint("import_id", "household_id", "axis"),
    info={"grain": "one row per household, accepted import and axis of need"},
)

household_keys = Table(
    "household_keys",
    metadata,
    Column("household_id", String(32), nullable=False),
    import_id(),
    *texts("key_kind", "key_hash"),
    PrimaryKeyConstraint("import_id", "household_id", "key_kind", "key_hash"),
    sqlite_with_rowid=False,  # the key is all that a row says: it is written once
    info={"grain": "one row per household, accepted import and key (phone, email, name), as a keyed hash"},
)

duplicates = Table(
    "duplicates",
    metadata,
    *texts("household_id", "other_household_id", "evidence", "decision", "reason"),
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
    *texts("household_id"),
    Column("follow_up_date", Date, nullable=False),
    Column("is_still_here", Boolean),
    import_id(),
    PrimaryKeyConstraint("import_id", "household_id", "follow_up_date"),
    info={
        "grain": "one row per household and date of a call after its move; is_still_here empty where unknown; "
        "read now, under the id that its household has become"
    },
)

reported_counts = Table(
    "reported_counts",
    metadata,
    *texts("epci_code"),
    Column("month_date", Date, nullable=False),
    *texts("figure"),
    Column("reported_count", Integer, nullable=False),
    import_id(),
    PrimaryKeyConstraint("import_id", "epci_code", "month_date", "figure"),
    info={"grain": "one row per EPCI that sends only totals, month and figure"},
)
