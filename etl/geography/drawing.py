"""The outlines at two levels of detail, and the document of SVG paths made from the coarser one."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from etl.geography import coverage
from etl.geography.screen import WIDTH, Screen, svg_path

# About ten metres on the ground, for both.
DEGREE_DECIMALS = 4
SCREEN_DECIMALS = 1
# The name of an EPCI is written across: its place wants twice the room at its sides.
NAME_SQUEEZE = 0.6
# Around a town, its own mark and name need this much room, in screen units.
TOWN_ROOM = 25


@dataclass(frozen=True)
class Outlines:
    """The communes in degrees (detailed) and in screen units (drawn), and where their circles go on the screen."""

    screen: Screen
    detailed: gpd.GeoSeries
    drawn: gpd.GeoSeries
    labels: pd.DataFrame


def simplified(full: gpd.GeoSeries, tolerances: dict[str, dict[str, float]]) -> Outlines:
    """Both levels from the full outlines; tolerances (inside, outside) are in screen units."""
    screen = Screen.around(tuple(full.total_bounds))
    coarser = coverage.simplify(screen.project(full), **tolerances["geojson"])
    detailed = coverage.snap(screen.unproject(coarser), DEGREE_DECIMALS)
    on_screen = screen.project(detailed)
    drawn = coverage.snap(coverage.simplify(on_screen, **tolerances["paths"]), SCREEN_DECIMALS)
    return Outlines(screen, detailed, drawn, coverage.label_points(on_screen))


def paths_document(
    outlines: Outlines,
    communes: pd.DataFrame,
    epcis: pd.DataFrame,
    bassins: pd.DataFrame,
    towns: pd.DataFrame,
    departement_code: str,
) -> dict:
    """The content of lot_paths.json: a frame, and in it communes, EPCIs, bassins, the departement, towns.

    The outlines of EPCIs, bassins and departement are made of the very borders of their communes.
    """
    by_code = communes.set_index("commune_code")
    by_epci = coverage.dissolve(outlines.drawn, by_code["epci_code"])
    by_bassin = coverage.dissolve(outlines.drawn, bassins.set_index("commune_code")["bassin_code"])
    by_departement = coverage.dissolve(outlines.drawn, by_code["departement_code"])
    commune_texts = by_code[["commune_name", "epci_code"]].set_axis(["name", "epci"], axis="columns")
    epci_texts = epcis.set_index("epci_code")[["short_name"]].set_axis(["name"], axis="columns")
    bassin_texts = bassins.groupby("bassin_code")[["bassin_name"]].first().set_axis(["name"], axis="columns")
    marked = town_rows(towns, outlines.screen)
    return {
        "width": WIDTH,
        "height": outlines.screen.height,
        "communes": path_rows(outlines.drawn, outlines.labels, commune_texts),
        "epcis": path_rows(by_epci, name_places(by_epci, marked), epci_texts),
        "bassins": path_rows(by_bassin, coverage.label_points(by_bassin, NAME_SQUEEZE), bassin_texts),
        "departement": svg_path(by_departement[departement_code]),
        "towns": marked,
    }


def name_places(shapes: gpd.GeoSeries, towns: list[dict]) -> pd.DataFrame:
    """One row per shape: x, y where a name has room, away from the towns that are named already."""
    taken = shapely.union_all([shapely.Point(town["x"], town["y"]).buffer(TOWN_ROOM) for town in towns])
    return coverage.label_points(shapes.difference(taken), NAME_SQUEEZE)


def path_rows(shapes: gpd.GeoSeries, labels: pd.DataFrame, texts: pd.DataFrame) -> list[dict]:
    """One record per shape: code, its texts, d, and x, y where a circle or a label goes."""
    places = labels.round(SCREEN_DECIMALS)
    return [
        {"code": code, **texts.loc[code].to_dict(), "d": svg_path(shape), **places.loc[code].to_dict()}
        for code, shape in shapes.items()
    ]


def town_rows(towns: pd.DataFrame, screen: Screen) -> list[dict]:
    """One record per town: name, x, y of its town hall; towns has name, longitude, latitude."""
    points = screen.to_screen(towns[["longitude", "latitude"]].to_numpy()).round(SCREEN_DECIMALS).tolist()
    return [{"name": name, "x": x, "y": y} for name, (x, y) in zip(towns["name"], points, strict=True)]
