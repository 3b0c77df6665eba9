"""What the columns of lists were put right to on this computer, by their headings."""

from collections.abc import Mapping
from typing import Any

MOST = 100
"""So many kinds of lists are remembered."""

Lists = list[dict[str, Any]]
"""For each kind of list its `header` and its `columns`, the newest first."""


def columns_of(stored: object, header: str) -> dict[str, str]:
    """Heading → field, for the lists with that header; empty for nothing."""
    for one in _read(stored):
        if one["header"] == header:
            return dict(one["columns"])
    return {}


def with_columns(stored: object, header: str, columns: Mapping[str, str]) -> Lists:
    """The lists with one put in its place; without columns it is forgotten."""
    others = [one for one in _read(stored) if one["header"] != header]
    new = [{"header": header, "columns": dict(columns)}] if columns else []
    return [*new, *others][:MOST]


def _read(stored: object) -> Lists:
    """Whatever is not as we write it is left out."""
    found = stored if isinstance(stored, list) else []
    return [one for one in found if isinstance(one, dict) and _is_right(one)]


def _is_right(one: Mapping[str, Any]) -> bool:
    columns = one.get("columns")
    if not isinstance(one.get("header"), str) or not isinstance(columns, dict):
        return False
    return all(isinstance(field, str) for field in columns.values())
