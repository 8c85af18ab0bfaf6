"""What was received and accepted: SQLAlchemy Core tables, append-only imports, no screen and no parsing."""
