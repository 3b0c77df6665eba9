"""What the columns of lists were put right to on this computer, by their headings."""

from collections.abc import Mapping
from typing import Any

MOST = 100
"""So many kinds of lists are remembered."""

Columns = dict[str, dict[str, str]]
"""What stands for the headings of a list → heading → field."""


def read_columns(stored: object) -> Columns:
    """The newest first; whatever is not as we write it is left out."""
    found = stored if isinstance(stored, list) else []
    return {
        one["header"]: one["columns"]
        for one in found
        if isinstance(one, dict) and _is_right(one)
    }


def with_columns(
    known: Columns, header: str, columns: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The lists with one put in its place; without columns it is forgotten."""
    others = {key: value for key, value in known.items() if key != header}
    new = {header: dict(columns)} if columns else {}
    newest = [{"header": h, "columns": c} for h, c in (new | others).items()]
    return newest[:MOST]


def _is_right(one: Mapping[str, Any]) -> bool:
    columns = one.get("columns")
    if not isinstance(one.get("header"), str) or not isinstance(columns, dict):
        return False
    return all(isinstance(field, str) for field in columns.values())
