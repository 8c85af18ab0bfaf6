"""Her own workbook, back to the référent: what is to correct is marked where it stands."""
