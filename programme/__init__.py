"""What every layer needs to know and that needs no layer: words, territory, settings."""
