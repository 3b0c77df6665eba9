"""What a line of a design says: words with fields of the badge in braces. Pure.

`{first_name} {last_name}`, `{ask me about|can help with}`, `{last_name:initial}`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from checkin.model.i18n import _
from checkin.model.names import fold

Said = Callable[[str], str]
"""What a badge says for a name of a field or a heading, as `plain_name` gives it."""

FIELDS = (
    "first_name last_name full_name pronouns organisation role ticket_type event_name"
    " handle plus_one host_name email code event_day venue directions first_time"
).split()
"""Those that every badge has; all other names are headings of the list."""

NAMES = frozenset({"first_name", "last_name", "full_name"})

_FIELD = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")
_PLAIN = re.compile(r"[\W_]+")


def plain_name(name: str) -> str:
    """The same for all spellings of a field or heading: first_name, ask me about."""
    words = _PLAIN.sub(" ", fold(name)).strip()
    field = words.replace(" ", "_")
    return field if field in FIELDS else words


def _initial(text: str) -> str:
    return f"{text[:1]}." if text[:1].isalpha() else text[:1]


FORMATS: dict[str, Callable[[str], str]] = {
    "": str,
    "upper": str.upper,
    "lower": str.lower,
    "initial": _initial,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A place in a template: the first of these names that has words fills it."""

    names: tuple[str, ...]
    form: str = ""

    def words(self, said: Said) -> str:
        """Empty if none of them has any."""
        for name in self.names:
            if text := said(name).strip():
                return FORMATS[self.form](text)
        return ""


@dataclass(frozen=True, slots=True)
class Template:
    """Words and fields in turn."""

    source: str
    parts: tuple[str | Field, ...]

    def words(self, said: Said) -> str:
        """What it says; nothing at all if one of its fields is empty."""
        words: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                words.append(part)
            elif text := part.words(said):
                words.append(text)
            else:
                return ""
        return "".join(words)

    @property
    def names(self) -> frozenset[str]:
        """All fields and headings that it asks for."""
        fields = (part for part in self.parts if isinstance(part, Field))
        return frozenset(name for field in fields for name in field.names)

    @property
    def shows(self) -> str:
        """The first field in it; empty if it has none."""
        fields = (part for part in self.parts if isinstance(part, Field))
        return next((field.names[0] for field in fields), "")


def read_template(text: str) -> Template:
    """The template that is written so.

    Raises:
        ValueError: with what is wrong, for people.
    """
    parts: list[str | Field] = []
    end = 0
    for found in _FIELD.finditer(text):
        if before := text[end : found.start()]:
            parts.append(before)
        parts.append(_field(*found.groups()))
        end = found.end()
    if rest := text[end:]:
        parts.append(rest)
    if any(isinstance(part, str) and set("{}") & set(part) for part in parts):
        raise ValueError(_("a brace in “{text}” has no partner").format(text=text))
    return Template(text, tuple(parts))


def _field(names: str, form: str | None) -> Field:
    found = tuple(plain_name(name) for name in names.split("|"))
    form = (form or "").strip()
    if not all(found) or form not in FORMATS:
        words = _("“{form}” is none of {known}")
        known = ", ".join(filter(None, FORMATS))
        raise ValueError(words.format(form=form or names, known=known))
    return Field(found, form)
