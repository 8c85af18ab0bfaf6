"""Builds data/reference/ from two registry packages; the only place where geopandas is imported."""
