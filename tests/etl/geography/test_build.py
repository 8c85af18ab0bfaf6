"""The whole build on a world of three square communes, one of which lost its northern half."""

import json

import pandas as pd
import pytest
import shapely
from shapely import box

from etl.geography.build import Raw, build

# Corners stand on both sides of each border, as in real coverages.
SHRUNK = box(0, 44, 1, 45)
EAST = shapely.Polygon([(1, 44), (2, 44), (2, 46), (1, 46), (1, 45)])
SOUTH = shapely.Polygon([(0, 43), (2, 43), (2, 44), (1, 44), (0, 44)])
CHOICES = {
    "departement_code": "46",
    "epci_short_names": {"200000001": "Une"},
    "former_communes": [],
    "given_back": {"commune_code": "46001", "canton_code": "4601"},
    "tolerances": {"geojson": {"inside": 2, "outside": 2}, "paths": {"inside": 5, "outside": 4}},
    "towns": ["46001"],
    "nearby_departements": ["12"],
    "fewest_inhabitants_of_a_town": 1000,
}
BASSINS = pd.DataFrame(
    {"commune_code": ["46001", "46002"], "bassin_code": ["7601", "7601"], "bassin_name": ["Cahors", "Cahors"]}
)


def commune(code: str, name: str) -> dict:
    return {
        "type": "commune-actuelle",
        "code": code,
        "nom": name,
        "departement": code[:2],
        "codesPostaux": [code[:2] + "000"],
    }


def raw(north_west: shapely.Geometry = SHRUNK) -> Raw:
    shapes = {"46001": north_west, "46002": EAST, "12001": SOUTH, "99999": box(50, 50, 51, 51)}
    members = [{"code": code, "populationMunicipale": 100} for code in ("46001", "46002", "12001")]
    return Raw(
        epcis=[{"code": "200000001", "membres": members}],
        communes=[*map(commune, ("46001", "46002", "12001", "12009"), ("Pern", "Est", "Sud", "Loin"))],
        departements=[{"code": "46", "nom": "Lot", "region": "76", "chefLieu": "46002", "zone": "metro"}],
        regions=[{"code": "76", "nom": "Occitanie"}],
        epci_names=pd.DataFrame({"code": ["200000001"], "nom": ["CC Une"], "type": ["CC"]}),
        shapes=pd.DataFrame(
            {
                "code": list(shapes),
                "geometry": [shape.wkb_hex for shape in shapes.values()],
                "mairie_localisation": [shapely.Point(0.5, 44.5).wkb_hex] * 4,
            }
        ),
        cantons=pd.DataFrame({"code": ["4601"], "geometry": [box(0, 44, 2, 46).wkb_hex]}),
    )


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return build(raw(), BASSINS, CHOICES, lambda step: None)


def test_the_lost_half_is_back_and_no_vertex_too_many(files):
    features = json.loads(files["communes.geojson"])["features"]
    shapes = {f["properties"]["commune_code"]: shapely.geometry.shape(f["geometry"]) for f in features}
    assert shapes["46001"].equals_exact(box(0, 44, 1, 46), normalize=True)
    assert shapes["46002"].equals_exact(box(1, 44, 2, 46), normalize=True)
    assert features[1]["properties"] == {"commune_code": "46001", "commune_name": "Pern", "epci_code": "200000001"}


def test_places_outside_are_named(files):
    assert files["departements.csv"] == "departement_code,departement_name,region_name\n46,Lot,Occitanie\n"
    assert files["towns.csv"] == "commune_code,commune_name,departement_code\n46002,Est,46\n"
    assert files["nearby_communes.csv"].splitlines()[1:] == ["12009,Loin,12,12000"]


def test_the_paths_share_their_corners(files):
    document = json.loads(files["lot_paths.json"])
    assert list(document) == ["width", "height", "communes", "epcis", "bassins", "departement", "towns"]
    # 392 units a degree eastwards, 549.6 northwards; 8 of margin; the three meet at 400, 1107.2.
    assert document["height"] == 1665
    assert {c["code"]: c["d"] for c in document["communes"]} == {
        "12001": "M792 1107.2l-392 0-392 0 0 549.6 784 0z",
        "46001": "M400 1107.2l-392 0 0-1099.2 392 0z",
        "46002": "M400 1107.2l392 0 0-1099.2-392 0z",
    }
    assert document["bassins"][0]["name"] == "Cahors"
    assert document["bassins"][0]["d"] == document["departement"]
    assert document["towns"] == [{"name": "Pern", "x": 204.0, "y": 832.4}]


def test_a_commune_has_its_point_inside(files):
    point = files["communes.csv"].splitlines()[2]
    assert point.startswith("46001,Pern,46,200000001,100,46000,0.5")


def test_twice_the_same_bytes(files):
    assert build(raw(), BASSINS, CHOICES, lambda step: None) == files


def test_a_gap_between_communes_stops_the_build():
    with pytest.raises(ValueError, match="as read"):
        build(raw(north_west=box(0, 44, 0.9, 45)), BASSINS, CHOICES, lambda step: None)


def test_only_shapes_of_our_communes_are_drawn(files):
    assert len(json.loads(files["communes.geojson"])["features"]) == 3
