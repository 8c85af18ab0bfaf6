import re

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import box

from etl.geography.screen import Screen, svg_path

CORNERS = st.lists(st.tuples(st.integers(0, 8000), st.integers(0, 8000)), min_size=3, max_size=8)


def test_the_frame_shows_its_bounds_with_a_margin():
    screen = Screen.around((1.0, 44.0, 2.0, 45.0))
    west_north, east_south = screen.to_screen(np.array([[1.0, 45.0], [2.0, 44.0]]))
    assert west_north.tolist() == pytest.approx([8, 8])
    assert east_south[0] == pytest.approx(792)
    assert screen.height - 8 - 1 < east_south[1] <= screen.height - 8


def test_a_kilometre_is_as_long_both_ways_at_the_middle_latitude():
    screen = Screen.around((1.0, 44.0, 2.0, 45.0))
    assert screen.units_per_degree_east == pytest.approx(screen.units_per_degree_north * np.cos(np.radians(44.5)))


def test_there_and_back():
    screen = Screen.around((1.0, 44.0, 2.0, 45.0))
    shapes = gpd.GeoSeries({"a": box(1.2, 44.2, 1.3, 44.4)}, crs=4326)
    back = screen.unproject(screen.project(shapes))
    assert back["a"].equals_exact(shapes["a"], tolerance=1e-12)
    assert back.crs == shapes.crs


@pytest.mark.parametrize(
    ("shape", "path"),
    [
        (shapely.Polygon([(1, 2), (4, 2), (4, 7.5)]), "M1 2l3 0 0 5.5z"),
        (shapely.Polygon([(0.5, 10), (1, 10.5), (0.2, 12)]), "M.5 10l.5.5-.8 1.5z"),
        (shapely.Polygon([(-1.5, 0), (-1, 0.3), (-3, 5)]), "M-1.5 0l.5.3-2 4.7z"),
        (
            shapely.Polygon([(0, 0), (9, 0), (9, 9)], [[(7, 3), (8, 3), (8, 4)]]),
            "M0 0l9 0 0 9zM7 3l1 0 0 1z",
        ),
        (
            shapely.MultiPolygon([box(0, 0, 1, 1), box(3, 3, 4, 4)]),
            "M1 0l0 1-1 0 0-1zM4 3l0 1-1 0 0-1z",
        ),
    ],
)
def test_a_shape_as_a_path(shape, path):
    assert svg_path(shape) == path


@given(CORNERS)
def test_a_path_says_every_corner_again(corners):
    ring = shapely.LinearRing([(x / 10, y / 10) for x, y in corners])
    path = svg_path(shapely.Polygon(ring))
    numbers = [round(float(number) * 10) for number in re.findall(r"-?\d*\.?\d+", path)]
    points = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0)
    closed_early = len(corners) > 3 and corners[0] == corners[-1]
    assert points.tolist() == [list(corner) for corner in (corners[:-1] if closed_early else corners)]
