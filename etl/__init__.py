"""Received files -> the store. `python -m etl` is the command; one folder per kind of source."""
