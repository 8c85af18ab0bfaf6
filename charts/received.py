"""What was received, as tables: the files, the EPCIs, what is to correct."""

from collections.abc import Iterator

import pandas as pd

from programme import territory, vocabulary, wording


def file_rows(imports: pd.DataFrame) -> pd.DataFrame:
    """The table of received files."""
    kinds = {str(kind): kind.label for kind in vocabulary.ImportKind}
    return pd.DataFrame(
        {
            "Fichier": imports["source_file"],
            "EPCI": [territory.epci_names().get(code, "—") for code in imports["epci_code"]],
            "Nature": [kinds[kind] for kind in imports["kind"]],
            "Reçu le": [wording.short_day(day) for day in imports["received_date"]],
            "Lignes lues": imports["read_count"].astype(float),
            "Acceptées": imports["accepted_count"].astype(float),
            "Refusées": imports["rejected_count"].astype(float),
            "Laissées de côté": imports["left_out_count"].astype(float),
        }
    )


def epci_rows(imports: pd.DataFrame, completeness: pd.DataFrame) -> pd.DataFrame:
    """The table of EPCIs: the last file of each, what was read of it, how complete it is; all of them, heard or not."""
    last = imports.drop_duplicates("epci_code").set_index("epci_code").reindex(territory.epcis().index)
    shares = completeness.set_index("epci")["value"].reindex(last.index)
    return pd.DataFrame(
        {
            "EPCI": territory.epcis()["short_name"],
            "Dernier tableau": [
                wording.short_day(day) if pd.notna(day) else "rien reçu" for day in last["received_date"]
            ],
            "Lignes lues": last["read_count"].astype(float),
            "Acceptées": last["accepted_count"].astype(float),
            "Refusées": last["rejected_count"].astype(float),
            "Champs clés remplis": [wording.percent(share) for share in shares],
        }
    ).reset_index(drop=True)


def corrections(rejections: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """(« suivi.xlsx : 2 lignes refusées, 11 cellules à revoir », its table) of each file, refused lines first.

    The table tells the place and the reason, never what the cell holds.
    """
    for source_file, rows in rejections.groupby("source_file"):
        refused = int(rows["is_row"].sum())
        counts = [
            wording.counted(refused, "ligne refusée", "lignes refusées"),
            wording.counted(len(rows) - refused, "cellule à revoir", "cellules à revoir"),
        ]
        told = ", ".join(words for words, count in zip(counts, (refused, len(rows) - refused), strict=True) if count)
        ordered = rows.sort_values(["is_row", "source_sheet", "source_row"], ascending=[False, True, True])
        yield f"{source_file} : {told}", pd.DataFrame({"À corriger": ordered["message"]})
