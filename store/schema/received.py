"""What was received, what of it was refused, and what was settled about it."""

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, PrimaryKeyConstraint, String, Table

from store.schema.base import import_id, metadata, texts

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
    import_id(),
    Column("undone_at", DateTime, nullable=False),
    PrimaryKeyConstraint("import_id"),
    info={"grain": "one row per import taken back: it counts no more, at any date"},
)

rejections = Table(
    "rejections",
    metadata,
    Column("rejection_id", Integer, primary_key=True, autoincrement=True),
    import_id(),
    *texts("source_file", "source_sheet"),
    Column("source_row", Integer),
    *texts("column", "code", "message"),
    Column("is_row", Boolean, nullable=False),
    Index(None, "import_id"),
    info={"grain": "one row per cell or line of an accepted file that was refused"},
)

layouts = Table(
    "layouts",
    metadata,
    *texts("epci_code", "header_hash", "field"),
    Column("chosen_at", DateTime, nullable=False),
    PrimaryKeyConstraint("epci_code", "header_hash"),
    info={"grain": "one row per EPCI and confirmed column heading, as a keyed hash"},
)

label_choices = Table(
    "label_choices",
    metadata,
    *texts("epci_code", "field", "label_hash", "chosen_code"),
    Column("chosen_at", DateTime, nullable=False),
    PrimaryKeyConstraint("epci_code", "field", "label_hash"),
    info={"grain": "one row per EPCI, field and confirmed label, as a keyed hash of its normal form"},
)
