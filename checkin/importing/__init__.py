"""A file of any kind becomes a table, people, a plan, and then entries.

reading = load(path)
plan = make_plan(event, reading)
act = apply_plan(event, plan)
"""

from checkin.importing.apply import apply_plan
from checkin.importing.loading import Reading, load, read_as_json
from checkin.importing.plan import Plan, make_plan

__all__ = ["Plan", "Reading", "apply_plan", "load", "make_plan", "read_as_json"]
