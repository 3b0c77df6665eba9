"""A file of any kind becomes a table, people, a plan, and then entries.

reading = load(path)
plan = make_plan(event, reading)
act = apply_plan(event, plan)
"""

from checkin.importing.apply import apply_plan
from checkin.importing.certainty import Certainty, certainties
from checkin.importing.letting_go import let_go_of
from checkin.importing.loading import Reading, load, read_as_json, remap
from checkin.importing.oddities import Odd
from checkin.importing.plan import Plan, make_plan
from checkin.importing.reviewing import (
    Consequence,
    ProblemGroup,
    consequence,
    how_read,
    problem_groups,
)

__all__ = [
    "Certainty",
    "Consequence",
    "Odd",
    "Plan",
    "ProblemGroup",
    "Reading",
    "apply_plan",
    "certainties",
    "consequence",
    "how_read",
    "let_go_of",
    "load",
    "make_plan",
    "problem_groups",
    "read_as_json",
    "remap",
]
