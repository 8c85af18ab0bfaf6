"""The headings and answers of a list of calls, the same to write and to read it."""

HEADINGS = {
    "household_id": "Repère",
    "dossier_ref": "N° dossier",
    "source_file": "Fichier",
    "source_sheet": "Feuille",
    "source_row": "Ligne",
    "installation_date": "Installés le",
    "months": "Appel des (mois)",
    "follow_up_date": "Appelés le",
    "is_still_here": "Toujours là ?",
}
ANSWERS = {"oui": True, "non": False, "ne sait pas": None}
UNREACHED = ("ne répond pas", "pas de réponse", "injoignable")
"""What a référent writes of a call that reached nobody: then it is not known whether they are still here."""
SHEET = "Appels"
