"""The catalogue of settings: what can be chosen, in words, and what holds unsaid.

The page of settings and its help are made from it.
"""

from dataclasses import dataclass

from checkin.model.i18n import N_, _

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a user of this computer can choose."""

    name: str
    default: Value
    words: str
    help: str
    choices: tuple[tuple[Value, str], ...] | None = None
    """(value, words); None for a switch or a line of text."""

    @property
    def unsaid(self) -> Value:
        """What holds where nothing was chosen; a text in the user's language."""
        if isinstance(self.default, str) and not self.choices:
            return _(self.default)
        return self.default

    def fits(self, value: object) -> bool:
        """Whether it can have that value."""
        if self.choices:
            values = [one for one, _words in self.choices]
            return any(value == one and type(value) is type(one) for one in values)
        if isinstance(self.default, str):
            return isinstance(value, str) and bool(value.strip())
        return type(value) is type(self.default)


OPTIONS = (
    Option(
        "theme",
        "system",
        N_("Theme"),
        N_("Light or dark; “System” follows your computer."),
        (("system", N_("System")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Option(
        "text_size",
        100,
        N_("Text size"),
        N_("Larger letters everywhere, for a screen that stands further away."),
        ((100, "100 %"), (115, "115 %"), (130, "130 %")),
    ),
    Option(
        "sounds",
        True,
        N_("Sounds at the door"),
        N_("A short tone for admitted, already in and refused."),
    ),
    Option(
        "desk_name",
        N_("Main door"),
        N_("What is this desk called?"),
        N_("It stands beside every check-in that is made here."),
    ),
)

_BY_NAME = {option.name: option for option in OPTIONS}


def option(name: str) -> Option:
    """The option of that name.

    Raises:
        KeyError: there is none; a bug.
    """
    return _BY_NAME[name]


def options_table() -> str:
    """The catalogue as a table in Markdown, for the help."""
    rows = ["| setting | what it does | choices |", "|---|---|---|"]
    for one in OPTIONS:
        if one.choices:
            choices = ", ".join(_(words) for _value, words in one.choices)
        elif isinstance(one.default, bool):
            choices = _("on, off")
        else:
            choices = _("your own words")
        rows.append(f"| {_(one.words)} | {_(one.help)} | {choices} |")
    return "\n".join(rows) + "\n"
