"""Imports taken back, and every decision on a pair of households kept."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "undos",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["imports.import_id"], name=op.f("fk_undos_import_id")),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_undos")),
    )
    # Nothing wrote decisions before this version.
    op.drop_table("duplicates")
    op.create_table(
        "duplicates",
        sa.Column("household_id", sa.String(), nullable=False),
        sa.Column("other_household_id", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("household_id", "other_household_id", "decided_at", name=op.f("pk_duplicates")),
    )
