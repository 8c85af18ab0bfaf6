"""The files of data/reference/ as text: compact, one line per shape, the same bytes for the same content."""

import hashlib
import json

import geopandas as gpd
import pandas as pd
import shapely
import yaml


def _compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def table_text(rows: pd.DataFrame) -> str:
    return rows.to_csv(index=False, lineterminator="\n")


def geojson_text(shapes: gpd.GeoSeries, properties: pd.DataFrame) -> str:
    """A FeatureCollection: one feature per shape with its row of properties; rings turn as RFC 7946 asks."""
    oriented = shapely.orient_polygons(shapes.to_numpy())
    features = [
        {
            "type": "Feature",
            "properties": properties.loc[code].to_dict(),
            "geometry": shapely.geometry.mapping(shape),
        }
        for code, shape in zip(shapes.index, oriented, strict=True)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(map(_compact, features)) + "\n]}\n"


def paths_text(document: dict) -> str:
    """The document of SVG paths as JSON; its lists have one line per record."""
    return "{" + ",\n".join(f"{_compact(key)}:{_value_text(value)}" for key, value in document.items()) + "}\n"


def _value_text(value) -> str:
    return "[\n" + ",\n".join(map(_compact, value)) + "]" if isinstance(value, list) else _compact(value)


def provenance_text(packages: dict, contents: dict, files: dict[str, str]) -> str:
    """SOURCES.yml: the packages, then what each file holds, from where, and the sha256 of its content.

    contents is keyed by file name; a file that is not built (the table of facts) has no sha256.
    """
    described = {}
    for name, said in contents.items():
        digest = {"sha256": hashlib.sha256(files[name].encode("utf-8")).hexdigest()} if name in files else {}
        described[name] = {**said, **digest}
    heading = "# Written by python -m etl.geography from etl/geography/choices.yml: change it there.\n"
    document = {"packages": packages, "files": described}
    return heading + yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=118)
