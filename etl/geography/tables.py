"""The reference tables without geometry: records of the packages -> frames ready to be written."""

import pandas as pd


def commune_rows(epci_records: list[dict], commune_records: list[dict], departement_code: str) -> pd.DataFrame:
    """One row per present commune of every EPCI that has a member in the departement.

    population_count is the municipal population of the EPCI members (INSEE, RP 2022), in persons.
    """
    present = {record["code"]: record for record in commune_records if record["type"] == "commune-actuelle"}
    rows = []
    for epci in epci_records:
        members = [(member, present[member["code"]]) for member in epci["membres"] if member["code"] in present]
        if not any(commune["departement"] == departement_code for _, commune in members):
            continue
        rows += [_commune_row(epci["code"], member, commune) for member, commune in members]
    return pd.DataFrame(rows).sort_values("commune_code", ignore_index=True)


def _commune_row(epci_code: str, member: dict, commune: dict) -> dict:
    return {
        "commune_code": commune["code"],
        "commune_name": commune["nom"],
        "departement_code": commune["departement"],
        "epci_code": epci_code,
        "population_count": member["populationMunicipale"],
        "postal_codes": " ".join(sorted(commune["codesPostaux"])),
    }


def epci_rows(
    communes: pd.DataFrame, names: pd.DataFrame, short_names: dict[str, str], departement_code: str
) -> pd.DataFrame:
    """One row per EPCI; names has code, nom, type. Counts of persons and communes, whole and in the departement."""
    inside = communes[communes["departement_code"] == departement_code]
    whole = communes.groupby("epci_code")["population_count"].agg(["sum", "size"])
    part = inside.groupby("epci_code")["population_count"].agg(["sum", "size"])
    named = names.set_index("code").loc[whole.index]
    epcis = pd.DataFrame(
        {
            "epci_code": whole.index,
            "epci_name": named["nom"].to_numpy(),
            "short_name": [short_names[code] for code in whole.index],
            "nature": named["type"].to_numpy(),
            "population_count": whole["sum"].to_numpy(),
            "lot_population_count": part["sum"].reindex(whole.index).to_numpy(),
            "communes_count": whole["size"].to_numpy(),
            "lot_communes_count": part["size"].reindex(whole.index).to_numpy(),
        }
    )
    return epcis.sort_values("epci_code", ignore_index=True)


def former_commune_rows(commune_records: list[dict], communes: pd.DataFrame, added: list[dict]) -> pd.DataFrame:
    """One row per former commune that lies in one of our communes, with the present commune's code.

    A former commune that gave its code to the new one keeps its row: its name is still written by people.
    Raises ValueError if a code that the package calls former is left without a name.
    """
    ours = set(communes["commune_code"])
    parts = [
        {"former_code": record["code"], "former_name": record["nom"], "commune_code": record["chefLieu"]}
        for record in commune_records
        if record["type"] in ("commune-deleguee", "commune-associee") and record["chefLieu"] in ours
    ]
    former = pd.DataFrame(parts + added, columns=["former_code", "former_name", "commune_code"])
    former = former[former["commune_code"].isin(ours)]
    if former["former_code"].duplicated().any():
        raise ValueError("a former commune is named twice: remove it from choices.yml")
    told = {
        code
        for record in commune_records
        if record["type"] == "commune-actuelle" and record["code"] in ours
        for code in record.get("anciensCodes", [])
    }
    if unnamed := told - set(former["former_code"]):
        raise ValueError(f"former communes without a name: {sorted(unnamed)}")
    return former.sort_values("former_code", ignore_index=True)


def departement_rows(departement_records: list[dict], region_records: list[dict]) -> pd.DataFrame:
    """One row per département, overseas ones included; the collectivities beyond are none."""
    regions = {record["code"]: record["nom"] for record in region_records}
    rows = [
        {
            "departement_code": record["code"],
            "departement_name": record["nom"],
            "region_name": regions[record["region"]],
        }
        for record in departement_records
        if record["zone"] in ("metro", "drom")
    ]
    return pd.DataFrame(rows).sort_values("departement_code", ignore_index=True)


def town_name_rows(commune_records: list[dict], departement_records: list[dict], fewest: int) -> pd.DataFrame:
    """One row per commune of at least so many inhabitants (the package's own count), or seat of its departement."""
    seats = {
        record["code"]: record["chefLieu"] for record in departement_records if record["zone"] in DEPARTEMENT_ZONES
    }
    rows = [
        _named(record)
        for record in commune_records
        if record["type"] == "commune-actuelle"
        and record["departement"] in seats
        and (record["code"] == seats[record["departement"]] or record.get("population", 0) >= fewest)
    ]
    return pd.DataFrame(rows, columns=list(TOWN_COLUMNS)).sort_values("commune_code", ignore_index=True)


def nearby_commune_rows(commune_records: list[dict], ours: pd.DataFrame, departement_codes: list[str]) -> pd.DataFrame:
    """One row per present commune of these departements that is not one of ours."""
    known = set(ours["commune_code"])
    rows = [
        _named(record) | {"postal_codes": " ".join(sorted(record.get("codesPostaux", [])))}
        for record in commune_records
        if record["type"] == "commune-actuelle"
        and record["departement"] in departement_codes
        and record["code"] not in known
    ]
    columns = [*TOWN_COLUMNS, "postal_codes"]
    return pd.DataFrame(rows, columns=columns).sort_values("commune_code", ignore_index=True)


DEPARTEMENT_ZONES = ("metro", "drom")
TOWN_COLUMNS = ("commune_code", "commune_name", "departement_code")


def _named(record: dict) -> dict:
    return dict(zip(TOWN_COLUMNS, (record["code"], record["nom"], record["departement"]), strict=True))


def check_bassins(bassins: pd.DataFrame, communes: pd.DataFrame, departement_code: str) -> None:
    """Raise ValueError unless the table of facts names each commune of the departement once."""
    inside = communes.loc[communes["departement_code"] == departement_code, "commune_code"]
    if sorted(bassins["commune_code"]) != sorted(inside):
        difference = set(bassins["commune_code"]) ^ set(inside)
        raise ValueError(f"bassins.csv and the communes differ: {sorted(difference) or 'a commune is there twice'}")
