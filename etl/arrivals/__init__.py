"""INSEE's residential moves -> how many persons came to each commune from another département in a year."""
