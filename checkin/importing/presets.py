"""The lists of known systems, told by their headings; from resources/importing/presets.

One file a system; CONTRIBUTING.md tells how to add one.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from checkin.importing.vocabulary import simplified
from checkin.resources import resource


@dataclass(frozen=True, slots=True)
class Preset:
    """One kind of list that a system exports; every heading is simplified."""

    system: str
    """As people know it: Eventbrite."""
    needs: frozenset[str]
    """The headings that tell it; all of them are there."""
    columns: Mapping[str, str]
    """Heading → field, where that is not plain."""


def looks_like(header: Iterable[str]) -> Preset | None:
    """The system that a list comes from; of several, the one that is told by most."""
    there = {simplified(heading) for heading in header}
    found = [preset for preset in presets() if preset.needs <= there]
    return max(found, key=lambda preset: len(preset.needs), default=None)


@cache
def presets() -> tuple[Preset, ...]:
    """All that are shipped."""
    paths = sorted(resource("importing", "presets").glob("*.toml"))
    return tuple(preset for path in paths for preset in _read(path.read_text("utf-8")))


def _read(text: str) -> Iterable[Preset]:
    data = tomllib.loads(text)
    for one in data["list"]:
        needs = frozenset(map(simplified, one["needs"]))
        columns = {simplified(h): field for h, field in one.get("columns", {}).items()}
        yield Preset(data["name"], needs, columns)
