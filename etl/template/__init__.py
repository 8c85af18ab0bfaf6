"""Our own workbook for an EPCI: written with its lists and checks, read back without any recognition."""
