"""Ten fictional workbooks, one per EPCI, as real ones are written, and the programme's own; nobody in them exists."""

from etl.demo.workbooks import write_demo, write_earlier

__all__ = ["write_demo", "write_earlier"]
