"""Communes as one coverage: polygons that meet exactly, without gap or overlap, before and after simplification."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

# Precision of a label's place, in the units of the shapes it is asked for (screen units).
LABEL_TOLERANCE = 0.05


class BrokenCoverage(ValueError):
    """The communes do not meet as they should: a gap, an overlap, a hole, a lost border."""


def read_shapes(rows: pd.DataFrame) -> gpd.GeoSeries:
    """One polygon per row, in degrees (EPSG:4326), indexed by code; rows has code and geometry (WKB as hex)."""
    shapes = gpd.GeoSeries.from_wkb(rows["geometry"].to_numpy(), index=rows["code"].to_numpy(), crs=4326)
    return shapes.map(_single).sort_index()


def _single(shape):
    """A multipolygon of one part is that part."""
    parts = shapely.get_parts(shape)
    return parts[0] if len(parts) == 1 else shape


def give_back(shapes: gpd.GeoSeries, commune_code: str, container: shapely.Geometry) -> gpd.GeoSeries:
    """Add to one commune what its container (the canton) covers and no commune does.

    Raises BrokenCoverage if nothing is missing, or if what is missing does not join the commune in one piece.
    """
    missing = container.difference(shapes.union_all())
    whole = _single(shapely.union(shapes[commune_code], missing))
    if missing.is_empty or whole.geom_type != "Polygon":
        raise BrokenCoverage(f"nothing to give back to {commune_code} in one piece: look at choices.yml again")
    given = shapes.copy()
    given.loc[commune_code] = whole
    return given


def simplify(shapes: gpd.GeoSeries, inside: float, outside: float) -> gpd.GeoSeries:
    """Simplify all borders at once, so that neighbours keep sharing them: those inside, then the outer one.

    A bend is dropped where its triangle is smaller than the square of the tolerance (Visvalingam and Whyatt), which
    is in the units of the shapes. The outer border asks for more detail (outside <= inside): it stands against the
    page alone.
    """
    simple = shapely.coverage_simplify(shapes.to_numpy(), inside, simplify_boundary=False)
    return gpd.GeoSeries(shapely.coverage_simplify(simple, outside), index=shapes.index)


def snap(shapes: gpd.GeoSeries, decimals: int) -> gpd.GeoSeries:
    """Round every vertex, in the same way for all who share it; vertices that fall on one point become one."""
    rounded = shapely.transform(shapes.to_numpy(), lambda points: np.round(points, decimals) + 0.0)
    return gpd.GeoSeries(shapely.remove_repeated_points(rounded), index=shapes.index)


def check_coverage(shapes: gpd.GeoSeries, name: str) -> None:
    """Raise BrokenCoverage unless the shapes are valid, share their borders, and their union is one piece, no hole."""
    if not shapes.is_valid.all():
        raise BrokenCoverage(f"{name}: not valid: {sorted(shapes.index[~shapes.is_valid])}")
    broken = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes.to_numpy()))
    if broken.any():
        raise BrokenCoverage(f"{name}: borders not shared: {sorted(shapes.index[broken])}")
    union = shapely.coverage_union_all(shapes.to_numpy())
    if union.geom_type != "Polygon" or len(union.interiors):
        raise BrokenCoverage(f"{name}: the union has a hole or is in several pieces")


def neighbour_rows(shapes: gpd.GeoSeries) -> pd.DataFrame:
    """One row per pair of communes that share a border longer than a point, smaller code first."""
    left, right = shapes.sindex.query(shapes.to_numpy(), predicate="intersects")
    left, right = left[left < right], right[left < right]
    geometries, codes = shapes.to_numpy(), shapes.index.to_numpy()
    shared = shapely.length(shapely.intersection(geometries[left], geometries[right])) > 0
    pairs = [sorted(pair) for pair in zip(codes[left[shared]], codes[right[shared]], strict=True)]
    return pd.DataFrame(sorted(pairs), columns=["commune_code", "neighbour_code"], dtype=str)


def check_neighbours(before: pd.DataFrame, after: pd.DataFrame, name: str) -> None:
    """Raise BrokenCoverage if a pair of neighbours was lost or made on the way."""
    changed = set(before.itertuples(index=False, name=None)) ^ set(after.itertuples(index=False, name=None))
    if changed:
        raise BrokenCoverage(f"{name}: neighbours that changed: {sorted(changed)}")


def dissolve(shapes: gpd.GeoSeries, groups: pd.Series) -> gpd.GeoSeries:
    """One shape per group, with borders made of the same vertices as the communes; communes of no group are left."""
    kept = groups.reindex(shapes.index).dropna()
    merged = {
        code: shapely.coverage_union_all(shapes[members].to_numpy())
        for code, members in kept.groupby(kept).groups.items()
    }
    return gpd.GeoSeries(merged).map(_single).sort_index()


def label_points(shapes: gpd.GeoSeries, squeeze: float = 1.0) -> pd.DataFrame:
    """One row per shape, in the same order: x, y of the point inside that is farthest from the border.

    A squeeze under 1 narrows the shapes first: a point with more room at its sides, where words go, is then preferred.
    """
    narrowed = shapely.transform(shapes.to_numpy(), lambda points: points * (squeeze, 1))
    centres = shapely.get_point(shapely.maximum_inscribed_circle(narrowed, tolerance=LABEL_TOLERANCE), 0)
    return pd.DataFrame({"x": shapely.get_x(centres) / squeeze, "y": shapely.get_y(centres)}, index=shapes.index)
