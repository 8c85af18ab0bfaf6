"""What was received from each EPCI, how fresh and how complete."""

import pandas as pd
from sqlalchemy import Engine

from programme import territory
from programme.vocabulary import KEY_FIELDS
from store import reads


def epci_status(engine: Engine) -> pd.DataFrame:
    """One row per EPCI, received or not: last file, its date, counts, and the share of key fields that are filled."""
    received = reads.read_imports(engine).dropna(subset=["epci_code"]).drop_duplicates("epci_code", keep="last")
    rejections = reads.read_table(engine, "rejections")
    households = reads.read_table(engine, "households")
    status = territory.epcis()[["short_name"]].rename(columns={"short_name": "epci_name"})
    status = status.join(received.set_index("epci_code")[["import_id", "source_file", "received_date"]])
    refused = rejections.groupby(["import_id", "is_row"]).size().unstack(fill_value=0)
    status["households_count"] = households.groupby("epci_code")["household_id"].nunique()
    for name, is_row in (("rejected_count", True), ("refused_count", False)):
        counts = refused[is_row] if is_row in refused else pd.Series(dtype=int)
        status[name] = status["import_id"].map(counts)
    filled = households[list(KEY_FIELDS)].notna().mean(axis=1)
    status["completeness_share"] = filled.groupby(households["epci_code"]).mean()
    counts = ["households_count", "rejected_count", "refused_count"]
    status[counts] = status[counts].fillna(0).astype(int)
    return status.drop(columns="import_id").reset_index()
