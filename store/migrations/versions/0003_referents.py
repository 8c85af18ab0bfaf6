"""Référents, as codes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("households") as households:
        households.add_column(sa.Column("referent_id", sa.String(), nullable=True))
