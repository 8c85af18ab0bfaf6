"""The screen: a flat frame 800 units wide in which the ten EPCIs fit, and the SVG paths drawn in it."""

import math
from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import numpy as np
import shapely

WIDTH = 800
MARGIN = 8


@dataclass(frozen=True)
class Screen:
    """An equirectangular projection true at the middle latitude: over 100 km its error is under one per cent."""

    west: float
    north: float
    units_per_degree_east: float
    units_per_degree_north: float
    height: int

    @classmethod
    def around(cls, bounds: tuple[float, float, float, float]) -> "Screen":
        """The frame that shows west, south, east, north (degrees) in full, with a margin."""
        west, south, east, north = bounds
        by_east = (WIDTH - 2 * MARGIN) / (east - west)
        by_north = by_east / math.cos(math.radians((south + north) / 2))
        return cls(west, north, by_east, by_north, math.ceil(by_north * (north - south)) + 2 * MARGIN)

    def to_screen(self, degrees: np.ndarray) -> np.ndarray:
        """Longitudes and latitudes -> x to the right, y down."""
        east = (degrees[:, 0] - self.west) * self.units_per_degree_east + MARGIN
        south = (self.north - degrees[:, 1]) * self.units_per_degree_north + MARGIN
        return np.column_stack([east, south])

    def to_degrees(self, points: np.ndarray) -> np.ndarray:
        """x, y -> longitudes and latitudes."""
        east = (points[:, 0] - MARGIN) / self.units_per_degree_east + self.west
        north = self.north - (points[:, 1] - MARGIN) / self.units_per_degree_north
        return np.column_stack([east, north])

    def project(self, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
        """Shapes in degrees -> shapes in screen units."""
        return gpd.GeoSeries(shapely.transform(shapes.to_numpy(), self.to_screen), index=shapes.index)

    def unproject(self, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
        """Shapes in screen units -> shapes in degrees (EPSG:4326)."""
        return gpd.GeoSeries(shapely.transform(shapes.to_numpy(), self.to_degrees), index=shapes.index, crs=4326)


def _number(tenths: int) -> str:
    """A whole number of tenths as SVG writes it shortest: 30 -> 3, 5 -> .5, -12 -> -1.2."""
    whole, tenth = divmod(abs(tenths), 10)
    digits = (str(whole) if whole or not tenth else "") + (f".{tenth}" if tenth else "")
    return f"-{digits}" if tenths < 0 else digits


def _ring_path(ring: shapely.LinearRing) -> str:
    corners = np.rint(np.asarray(ring.coords)[:-1] * 10).astype(int).tolist()
    start = " ".join(map(_number, corners[0]))
    path, previous = f"M{start}l", ""
    for here, there in pairwise(corners):
        for number in (_number(there[0] - here[0]), _number(there[1] - here[1])):
            joined = not previous or number[0] == "-" or (number[0] == "." and "." in previous)
            path += number if joined else f" {number}"
            previous = number
    return path + "z"


def svg_path(shape: shapely.Geometry) -> str:
    """The shape as an SVG path: for each ring its start in the frame, then relative moves, one decimal.

    Numbers are the matches of -?\\d*\\.?\\d+ (a minus or a second point opens the next one).
    """
    parts = shapely.get_parts(shape)
    return "".join(_ring_path(ring) for part in parts for ring in (part.exterior, *part.interiors))
