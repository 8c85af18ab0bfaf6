"""Ten fictional workbooks, one per EPCI, as real ones are written, and the programme's own; nobody in them exists."""

from etl.demo.workbooks import write_demo

__all__ = ["write_demo"]
