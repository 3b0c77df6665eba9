"""The parts of a plan for scripts, as `checkin import --json` prints them."""

from typing import Any

from checkin.importing.choices import Choices, Conflict, Double
from checkin.importing.person import Problem
from checkin.importing.plan_step import Step, What


def step_as_json(step: Step) -> dict[str, Any]:
    """Somebody on the list, or who left it."""
    person = step.person
    row: dict[str, Any] = {
        "row": person.row or None,
        "what": step.what.value,
        "name": person.name,
        "email": person.email,
    }
    if step.what is What.CHANGED or step.changes:
        row["changes"] = {name: list(pair) for name, pair in step.changes.items()}
        if step.back:
            row["changes"]["withdrawn"] = [True, False]
    if person.odd:
        row["problem"] = person.problem
    return row


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """A row that is left out."""
    return {
        "row": problem.row,
        "what": What.PROBLEM.value,
        "name": problem.name,
        "email": problem.email,
        "problem": problem.text,
    }


def conflict_as_json(one: Conflict, choices: Choices) -> dict[str, Any]:
    """What the desk put right and the list says otherwise, and which of them holds."""
    return {
        "attendee": one.who.hex(),
        "name": one.name,
        "row": one.row,
        "field": one.field,
        "yours": one.yours,
        "theirs": one.theirs,
        "replaced": one.key in choices.replace,
    }


def double_as_json(one: Double, choices: Choices) -> dict[str, Any]:
    """Two who may be one, and whether they become one."""
    return {
        "row": one.row,
        "name": one.name,
        "other_row": one.other_row or None,
        "other_name": one.other_name,
        "why": one.why,
        "merged": choices.makes_one_of(one),
    }
