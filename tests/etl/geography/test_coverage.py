import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely import box

from etl.geography.coverage import (
    BrokenCoverage,
    check_coverage,
    check_neighbours,
    dissolve,
    give_back,
    label_points,
    neighbour_rows,
    read_shapes,
    simplify,
    snap,
)

LEFT = shapely.Polygon([(0, 0), (10, 0), (10, 5), (10.2, 5.5), (10, 6), (10, 10), (0, 10)])
RIGHT = shapely.Polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10, 6), (10.2, 5.5), (10, 5)])


@pytest.fixture
def pair() -> gpd.GeoSeries:
    return gpd.GeoSeries({"a": LEFT, "b": RIGHT})


def pairs(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["commune_code", "neighbour_code"], dtype=str)


def test_a_multipolygon_of_one_part_is_read_as_a_polygon():
    rows = pd.DataFrame({"code": ["b", "a"], "geometry": [shapely.MultiPolygon([LEFT]).wkb_hex, RIGHT.wkb_hex]})
    shapes = read_shapes(rows)
    assert shapes.to_dict() == {"a": RIGHT, "b": LEFT}
    assert shapes.crs == "EPSG:4326"


def test_what_the_canton_has_and_no_commune_covers_is_given_back():
    shapes = gpd.GeoSeries({"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 2)}, crs=4326)
    whole = give_back(shapes, "a", box(0, 0, 2, 2))
    assert whole["a"].equals(box(0, 0, 1, 2))
    assert whole["b"] == shapes["b"]
    assert shapes["a"] == box(0, 0, 1, 1)


@pytest.mark.parametrize("container", [box(0, 0, 1, 1), box(5, 5, 6, 6)])
def test_giving_back_nothing_or_something_apart_stops_the_build(container):
    with pytest.raises(BrokenCoverage):
        give_back(gpd.GeoSeries({"a": box(0, 0, 1, 1)}, crs=4326), "a", container)


def test_a_small_bend_goes_from_both_sides_of_the_border(pair):
    simple = simplify(pair, inside=1, outside=1)
    assert simple["a"].equals_exact(box(0, 0, 10, 10), normalize=True)
    assert simple["b"].equals_exact(box(10, 0, 20, 10), normalize=True)


def test_the_outer_border_keeps_a_bend_that_the_inside_loses():
    bent = shapely.Polygon([(0, 0), (5, 0.2), (10, 0), (10, 5), (10.2, 5.5), (10, 6), (10, 10), (0, 10)])
    simple = simplify(gpd.GeoSeries({"a": bent, "b": RIGHT}), inside=2, outside=0.1)
    assert (5, 0.2) in simple["a"].exterior.coords
    assert (10.2, 5.5) not in simple["a"].exterior.coords


def test_vertices_are_rounded_and_those_that_meet_become_one():
    shape = shapely.Polygon([(-0.04, 0), (1.26, 0), (1.31, 0.02), (1, 2)])
    snapped = snap(gpd.GeoSeries({"a": shape}), 1)["a"]
    assert list(snapped.exterior.coords) == [(0, 0), (1.3, 0), (1, 2), (0, 0)]


@pytest.mark.parametrize(
    ("shapes", "told"),
    [
        ({"a": LEFT, "b": box(10, 0, 20, 10)}, "not shared"),
        ({"a": LEFT, "b": box(9, 0, 20, 10)}, "not shared"),
        ({"a": LEFT, "b": box(30, 0, 40, 10)}, "pieces"),
        ({"a": LEFT.buffer(5).difference(LEFT)}, "hole"),
        ({"a": shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])}, "not valid"),
    ],
)
def test_a_coverage_that_gapes_overlaps_or_has_a_hole_is_told(pair, shapes, told):
    check_coverage(pair, "the pair")
    with pytest.raises(BrokenCoverage, match=told):
        check_coverage(gpd.GeoSeries(shapes), "the pair")


def test_neighbours_share_more_than_a_point():
    shapes = gpd.GeoSeries({"c": box(0, 0, 1, 1), "a": box(1, 0, 2, 1), "b": box(1, 1, 2, 2)})
    pd.testing.assert_frame_equal(neighbour_rows(shapes), pairs(("a", "b"), ("a", "c")))


@pytest.mark.parametrize("after", [pairs(), pairs(("a", "b"), ("a", "c"))])
def test_a_border_lost_or_made_is_told(after):
    check_neighbours(pairs(("a", "b")), pairs(("a", "b")), "x")
    with pytest.raises(BrokenCoverage):
        check_neighbours(pairs(("a", "b")), after, "x")


def test_groups_dissolve_and_a_commune_of_no_group_is_left(pair):
    shapes = pd.concat([pair, gpd.GeoSeries({"c": box(20, 0, 30, 10)})])
    merged = dissolve(shapes, pd.Series({"a": "g", "b": "g"}))
    assert list(merged.index) == ["g"]
    assert merged["g"].equals(box(0, 0, 20, 10))


def test_an_enclave_of_another_group_stays_a_hole():
    ring = box(0, 0, 9, 9).difference(box(3, 3, 6, 6))
    merged = dissolve(gpd.GeoSeries({"a": ring, "b": box(3, 3, 6, 6)}), pd.Series({"a": "g", "b": "h"}))
    assert merged["g"].area == 72


def test_a_label_goes_where_there_is_most_room_and_a_squeeze_prefers_width():
    # A square room of 10 and, joined to it, a band 40 wide and 8 high.
    shape = box(0, 0, 10, 10).union(box(10, 0, 50, 8))
    shapes = gpd.GeoSeries({"a": shape})
    assert label_points(shapes).round(0).loc["a"].tolist() == [5, 5]
    x, y = label_points(shapes, squeeze=0.5).loc["a"]
    assert x > 8 and y == pytest.approx(4, abs=0.3)
    assert shape.contains(shapely.Point(x, y))
