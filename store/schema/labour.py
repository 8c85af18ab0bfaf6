"""What employers look for, and what leads to it."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table

from store.schema.base import floats, import_id, metadata, texts

BOUNDED = [f"{figure}{bound}" for figure in ("met", "xmet", "smet") for bound in ("", "_low", "_high")]

labour_needs = Table(
    "labour_needs",
    metadata,
    Column("survey_year", Integer, nullable=False),
    *texts("departement_code", "bassin_code", "bassin_name"),
    Column("fap_version", Integer, nullable=False),
    *texts("fap_code", "fap_name", "fap_family_code"),
    *floats(*BOUNDED),
    import_id(),
    PrimaryKeyConstraint("import_id", "departement_code", "bassin_code", "fap_code"),
    info={"grain": "one row per survey year, bassin d'emploi and job (FAP); figures empty where secret"},
)

labour_needs_national = Table(
    "labour_needs_national",
    metadata,
    Column("survey_year", Integer, nullable=False),
    Column("fap_version", Integer, nullable=False),
    *texts("fap_code", "fap_name", "fap_family_code"),
    *floats(*BOUNDED),
    *floats("xmet_fewest_met", "smet_fewest_met", "lasting_low", "lasting_high"),
    import_id(),
    PrimaryKeyConstraint("import_id", "fap_code"),
    info={"grain": "one row per survey year and job (FAP), France, from a file of 90 départements or more"},
)

tensions = Table(
    "tensions",
    metadata,
    Column("tension_year", Integer, nullable=False),
    *texts("bassin_code", "rome_code"),
    *floats("offers_count", "seekers_count"),
    Column("tension_score", Integer),
    import_id(),
    PrimaryKeyConstraint("import_id", "tension_year", "bassin_code", "rome_code"),
    info={"grain": "one row per year, bassin d'emploi and occupation (ROME) with enough data"},
)

trainings = Table(
    "trainings",
    metadata,
    *texts("training_name", "certification"),
    Column("fap_version", Integer, nullable=False),
    *texts("fap_code"),
    Column("duration_hours", Integer),
    *texts("duration_words", "source"),
    import_id(),
    PrimaryKeyConstraint("import_id", "training_name", "fap_version", "fap_code"),
    info={"grain": "one row per short training and job (FAP) that it opens; hours empty where no text sets them"},
)
