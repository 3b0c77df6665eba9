"""Every pair of colours that meet in the window can be told apart, by WCAG 2.

Text needs 4.5 to 1; large text, icons and the edges of controls 3 to 1.
"""

from dataclasses import fields

import pytest

from checkin.badges.palette import contrast, read_colour
from checkin.model.verdict import Family
from checkin.ui.tokens import DARK, LIGHT, THEMES, FamilyColours

TEXT, LARGE = 4.5, 3.0
GROUNDS = ("bg", "surface", "sunken")
FAMILIES = tuple(family.value for family in Family)
SOFT = ("accent_soft", *(f"{family}_soft" for family in FAMILIES))

PAIRS = {
    TEXT: [
        *(("ink", ground) for ground in (*GROUNDS, *SOFT)),
        *(("ink2", ground) for ground in (*GROUNDS, *SOFT, "disabled", "keycap")),
        *(("ink3", ground) for ground in ("surface", "bg", "disabled")),
        *(("accent_ink", ground) for ground in ("accent_soft", "surface", "bg")),
        *(("accent", ground) for ground in ("surface", "bg")),  # links
        *(("on_accent", fill) for fill in ("accent", "accent_hover")),
        ("surface", "ink"),  # the pill that is chosen
        ("paper_ink", "paper"),
        *((f"{family}_on", f"{family}_fill") for family in FAMILIES),
        *((f"{family}_on", f"{family}_strip") for family in FAMILIES),
        *((f"{family}_ink", f"{family}_soft") for family in FAMILIES),
        *((f"{family}_ink", ground) for family in FAMILIES for ground in GROUNDS[:2]),
    ],
    LARGE: [
        *(("ctl", ground) for ground in ("surface", "bg")),  # edges of controls
        *(("accent", ground) for ground in ("sunken", "accent_soft")),  # ring, bars
        ("chart2", "surface"),
        ("ok_mark", "sunken"),  # how far a bar is
        *((f"{family}_mark", "surface") for family in FAMILIES),
        *(
            (f"ticket_{n}", ground)
            for n in range(len(LIGHT.tickets))
            for ground in ("surface", "accent_soft")
        ),
    ],
}
CASES = [
    pytest.param(theme, one, other, least, id=f"{theme.name}: {one} on {other}")
    for theme in THEMES.values()
    for least, pairs in PAIRS.items()
    for one, other in pairs
]


def colours(theme):
    """All tokens of a theme by name, the marks of ticket types too."""
    marks = {f"ticket_{n}": mark for n, mark in enumerate(theme.tickets)}
    return theme.colours() | marks


def ratio(theme, one, other):
    known = colours(theme)
    return contrast(read_colour(known[one]), read_colour(known[other]))


@pytest.mark.parametrize(("theme", "one", "other", "least"), CASES)
def test_it_can_be_read(theme, one, other, least):
    assert ratio(theme, one, other) >= least


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_no_colour_is_left_out(theme):
    decoration = {"name", "line", "barrier"}
    met = {token for pairs in PAIRS.values() for pair in pairs for token in pair}
    assert set(colours(theme)) - met - decoration == set()


@pytest.mark.parametrize(
    ("theme", "one", "other", "promised"),
    [
        (LIGHT, "ink", "surface", 16.8),
        (DARK, "ink", "surface", 14.3),
        (LIGHT, "ctl", "bg", 3.7),
        (DARK, "ctl", "bg", 4.9),
        (LIGHT, "on_accent", "accent", 7.9),
        (DARK, "on_accent", "accent", 8.4),
        (LIGHT, "again_on", "again_fill", 9.2),
        (DARK, "stop_ink", "stop_soft", 8.6),
    ],
)
def test_the_ratios_are_those_that_were_worked_out_by_hand(theme, one, other, promised):
    assert ratio(theme, one, other) == pytest.approx(promised, abs=0.06)


def test_every_family_of_verdicts_has_all_its_colours_in_both_themes():
    for theme in THEMES.values():
        for family in Family:
            own = theme.family(family)
            assert all(getattr(own, part.name) for part in fields(FamilyColours))
