"""What the tables are made with."""

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def texts(*names: str) -> list[Column]:
    return [Column(name, String) for name in names]


def floats(*names: str) -> list[Column]:
    return [Column(name, Float) for name in names]


def import_id() -> Column:
    return Column("import_id", Integer, ForeignKey("imports.import_id"), nullable=False)
