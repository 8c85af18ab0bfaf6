"""What the programme did and decided, and the places it acts in."""

from sqlalchemy import Column, Date, Integer, PrimaryKeyConstraint, Table

from store.schema.base import floats, import_id, metadata, texts

living_conditions = Table(
    "living_conditions",
    metadata,
    *texts("commune_code", "indicator"),
    Column("condition_year", Integer, nullable=False),
    *floats("value"),
    Column("observations_count", Integer),
    import_id(),
    PrimaryKeyConstraint("import_id", "commune_code", "indicator", "condition_year"),
    info={"grain": "one row per commune, indicator and year"},
)

actions = Table(
    "actions",
    metadata,
    *texts("campaign_id", "action_name", "action_kind"),
    Column("start_date", Date),
    Column("end_date", Date),
    *floats("cost_euros"),
    *texts("channel"),
    import_id(),
    PrimaryKeyConstraint("import_id", "campaign_id"),
    info={"grain": "one row per campaign, salon or television report"},
)

companies = Table(
    "companies",
    metadata,
    *texts("company_id", "campaign_id", "sector", "epci_code", "outcome"),
    import_id(),
    PrimaryKeyConstraint("import_id", "company_id", "campaign_id"),
    info={"grain": "one row per company and action it took part in"},
)

targets = Table(
    "targets",
    metadata,
    *texts("figure", "epci_code"),
    Column("target_year", Integer, nullable=False),
    *floats("value"),
    import_id(),
    PrimaryKeyConstraint("import_id", "figure", "epci_code", "target_year"),
    info={"grain": "one row per figure, EPCI (empty for the whole programme) and year"},
)

committees = Table(
    "committees",
    metadata,
    Column("committee_date", Date, nullable=False),
    import_id(),
    PrimaryKeyConstraint("import_id", "committee_date"),
    info={"grain": "one row per meeting of the comité de pilotage"},
)

decisions = Table(
    "decisions",
    metadata,
    Column("committee_date", Date, nullable=False),
    Column("rank", Integer, nullable=False),
    *texts("decision"),
    import_id(),
    PrimaryKeyConstraint("import_id", "committee_date", "rank"),
    info={"grain": "one row per decision of a committee"},
)
