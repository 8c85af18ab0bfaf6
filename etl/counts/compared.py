"""What a workbook of totals would change of those already known of its EPCI."""

from dataclasses import replace

from sqlalchemy import Engine

from etl.changes import counts_change_of
from etl.problems import Problem
from etl.understood import Understood
from programme import territory
from store import reads


def compared(engine: Engine, understood: Understood) -> Understood:
    """The same understanding, with what it changes, and whether the EPCI's own files come before its totals."""
    report = understood.report
    known = reads.read_table(engine, "reported_counts", known_on=understood.received_date)
    change = counts_change_of(known[known["epci_code"] == report.epci_code], understood.frames["reported_counts"])
    has_households = (reads.read_table(engine, "households")["epci_code"] == report.epci_code).any()
    message = NOT_COUNTED.format(epci=territory.epci_names()[report.epci_code])
    unused = [Problem("counts_unused", message=message)] if has_households else []
    told = [problem for problem in report.problems if not (unused and problem.code == "counts_only")]
    return replace(understood, report=replace(report, change=change, problems=[*unused, *told]))


NOT_COUNTED = (
    "{epci} a déjà envoyé ses dossiers, qui disent davantage : ces totaux par mois sont gardés, mais ne comptent pas."
)
