"""Received files as bytes: checked, then opened by the child process alone (etl.parse)."""
