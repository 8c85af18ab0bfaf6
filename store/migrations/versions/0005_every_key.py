"""Every key of a household: a couple has two telephones."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    # A store that came here before this table was made without row numbers keeps them: nothing reads them.
    with op.batch_alter_table("household_keys", table_kwargs={"sqlite_with_rowid": False}) as keys:
        keys.alter_column("key_hash", existing_type=sa.String(), nullable=False)
        keys.drop_constraint("pk_household_keys", type_="primary")
        keys.create_primary_key("pk_household_keys", ["import_id", "household_id", "key_kind", "key_hash"])
