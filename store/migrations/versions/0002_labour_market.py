"""Occupations of households, the survey of France, short trainings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FIGURES = [f"{figure}{bound}" for figure in ("met", "xmet", "smet") for bound in ("", "_low", "_high")]
SUMS_BY_ROW = ["xmet_fewest_met", "smet_fewest_met", "lasting_low", "lasting_high"]


def upgrade() -> None:
    with op.batch_alter_table("households") as households:
        households.add_column(sa.Column("occupation_code", sa.String(), nullable=True))
        households.add_column(sa.Column("partner_occupation_code", sa.String(), nullable=True))
    op.create_table(
        "labour_needs_national",
        sa.Column("survey_year", sa.Integer(), nullable=False),
        sa.Column("fap_version", sa.Integer(), nullable=False),
        sa.Column("fap_code", sa.String(), nullable=False),
        sa.Column("fap_name", sa.String(), nullable=True),
        sa.Column("fap_family_code", sa.String(), nullable=True),
        *[sa.Column(name, sa.Float(), nullable=True) for name in (*FIGURES, *SUMS_BY_ROW)],
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["imports.import_id"], name=op.f("fk_labour_needs_national_import_id")),
        sa.PrimaryKeyConstraint("import_id", "fap_code", name=op.f("pk_labour_needs_national")),
    )
    op.create_table(
        "trainings",
        sa.Column("training_name", sa.String(), nullable=False),
        sa.Column("certification", sa.String(), nullable=True),
        sa.Column("fap_version", sa.Integer(), nullable=False),
        sa.Column("fap_code", sa.String(), nullable=False),
        sa.Column("duration_hours", sa.Integer(), nullable=True),
        sa.Column("duration_words", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["imports.import_id"], name=op.f("fk_trainings_import_id")),
        sa.PrimaryKeyConstraint("import_id", "training_name", "fap_version", "fap_code", name=op.f("pk_trainings")),
    )
