"""The Lot's communes, EPCIs and bassins d'emploi, as data/reference/ has them."""

from functools import cache

import pandas as pd
import yaml

from programme.settings import REFERENCE, settings

LOT = "46"
NEIGHBOURS = ("12", "15", "19", "24", "47", "82")
UNKNOWN_PARTNER = "OHMYLOT_PARTNER_EPCIS : {codes} n'est pas le SIREN d'un EPCI du Lot (data/reference/epcis.csv)."


@cache
def communes() -> pd.DataFrame:
    """One row per commune of the ten EPCIs, in the Lot or not; index commune_code."""
    return _read("communes").astype({"population_count": int, "longitude": float, "latitude": float})


@cache
def epcis() -> pd.DataFrame:
    """One row per EPCI that touches the Lot, by population; index epci_code."""
    counts = ["population_count", "lot_population_count", "communes_count", "lot_communes_count"]
    return _read("epcis").astype(dict.fromkeys(counts, int)).sort_values("population_count", ascending=False)


@cache
def bassins() -> pd.DataFrame:
    """One row per commune of the Lot: its bassin d'emploi (bassin_code, bassin_name); index commune_code."""
    return _read("bassins")


@cache
def former_communes() -> pd.DataFrame:
    """One row per commune that was merged: former_name and the present commune_code; index former_code."""
    return _read("former_communes")


@cache
def services() -> pd.DataFrame:
    """One row per EPCI: where its welcome service is reached, public facts, empty where unknown; index epci_code."""
    return _read("services")


@cache
def epci_names() -> dict[str, str]:
    """epci_code -> the short name that people use."""
    return epcis()["short_name"].to_dict()


@cache
def commune_names() -> dict[str, str]:
    return communes()["commune_name"].to_dict()


@cache
def departement_names() -> dict[str, str]:
    """Every French département, overseas ones included."""
    return _read("departements")["departement_name"].to_dict()


def sources() -> dict[str, dict[str, str]]:
    """Package -> its producer, page, licence, vintage and what was taken of it."""
    return yaml.safe_load((REFERENCE / "SOURCES.yml").read_text(encoding="utf-8"))["packages"]


def partner_epcis() -> frozenset[str]:
    """The EPCIs whose follow-up is the programme's; all ten where the setting is empty.

    Raises ValueError where the setting names an EPCI that does not touch the Lot.
    """
    known, chosen = frozenset(epcis().index), settings().partner_epcis
    if not chosen <= known:
        raise ValueError(UNKNOWN_PARTNER.format(codes=", ".join(sorted(chosen - known))))
    return chosen or known


def population(epci_code: str | None = None, *, lot_only: bool = False) -> int:
    """Municipal population of an EPCI, or of all partners; within the Lot alone if asked (INSEE RP 2022)."""
    codes = [epci_code] if epci_code else sorted(partner_epcis())
    return int(epcis().loc[codes, "lot_population_count" if lot_only else "population_count"].sum())


def _read(name: str) -> pd.DataFrame:
    table = pd.read_csv(REFERENCE / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8")
    return table.set_index(table.columns[0])
