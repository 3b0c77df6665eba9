"""What stands between two cells of a text table.

Our own score decides; where it leaves a doubt, clevercsv is asked. It is slow on some
texts: it gets a short sample, and a second, in a process of its own.
"""

import csv
import io
import json
import math
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from checkin.importing.columns_words import recognised
from checkin.importing.parts import LOOK_FOR_HEADER
from checkin.importing.quotes import Quotes, csv_arguments
from checkin.importing.table import MAX_COLUMNS

SEPARATORS = ",;\t|"
_RARE = "^~"
"""Taken only where clevercsv finds them."""
_SAMPLE_ROWS = 200
SAMPLE_CHARS = 400_000
"""Letters among which the sample rows are looked for."""
_ASKED_CHARS = 20_000
_ASKED_S = 1.0
_LIKE = 0.9
"""So near to the best, the second one is nearly as good."""
_CHILD = Path(__file__).with_name("separator_child.py")


@dataclass(frozen=True, slots=True)
class Separator:
    """What was found out."""

    text: str
    """Empty for a single column."""
    sure: bool


@dataclass(frozen=True, slots=True, order=True)
class _Score:
    """How much a text looks like a table."""

    total: float = 0.0
    columns: int = 0
    regular: float = 0.0
    """The part of the rows that are of one width."""
    known: int = 0
    """Headings that are known, in the row with most of them."""


def find_separator(text: str, quotes: Quotes = Quotes.DOUBLED) -> Separator:
    """The one that makes the most regular table; empty for a single column."""
    scores = {one: _score(text, one, quotes) for one in SEPARATORS}
    best, second = sorted(scores, key=lambda one: scores[one], reverse=True)[:2]
    found = scores[best]
    if found.known and scores[second].total < found.total * _LIKE:
        return Separator(best, sure=True)
    own = best if found.total else ""
    if not found.total and _is_one_column(text):
        return Separator("", sure=True)
    other = _clever(text)
    if other == own or not other:
        return Separator(own, sure=bool(other))
    theirs = scores.get(other) or _score(text, other, quotes)
    if theirs.known >= found.known and theirs.regular >= found.regular * _LIKE:
        return Separator(other, sure=theirs.known > found.known)
    return Separator(own, sure=False)


def _is_one_column(text: str) -> bool:
    """Whether nothing stands in it that could be a separator."""
    return not any(one in text[:_ASKED_CHARS] for one in SEPARATORS + _RARE)


def _score(text: str, separator: str, quotes: Quotes) -> _Score:
    """Known headings count, and rows of one width."""
    lines = io.StringIO(text[:SAMPLE_CHARS], newline="")
    try:
        reader = csv.reader(lines, **csv_arguments(separator, quotes))
        sample = list(islice(reader, _SAMPLE_ROWS))
    except csv.Error:
        return _Score()
    if len(text) >= SAMPLE_CHARS and len(sample) < _SAMPLE_ROWS:
        sample = sample[:-1] or sample  # the last one was cut
    rows = [row for row in sample if row]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return _Score()
    width, count = widths.most_common(1)[0]
    heads = (row[:MAX_COLUMNS] for row in rows[:LOOK_FOR_HEADER])
    known = max(map(recognised, heads), default=0)
    regular = count / len(rows)
    return _Score(regular + math.log1p(known), width, regular, known)


def _clever(text: str) -> str:
    """What clevercsv finds; empty where it finds nothing in time."""
    sample = text[:_ASKED_CHARS]
    if len(text) > _ASKED_CHARS:
        sample = sample[: sample.rfind("\n") + 1] or sample
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_CHILD)],
            input=sample.encode("utf-8", "replace"),
            capture_output=True,
            timeout=_ASKED_S,
            check=True,
        )
        found = str(json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError):
        return ""
    return found if len(found) == 1 and found in SEPARATORS + _RARE else ""
