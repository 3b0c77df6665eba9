"""Colours, sizes and spaces of the window: the only place where they are written.

Contrast ratios are computed by a test (WCAG 2.2: text 4.5, large text and icons 3).
"""

from dataclasses import dataclass, fields
from enum import StrEnum

from checkin.model.verdict import Family


class ThemeName(StrEnum):
    """The two looks."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class FamilyColours:
    """How verdicts of one family look."""

    fill: str
    on: str
    """Text and shapes on the fill."""
    strip: str
    """Behind what to say, on the fill."""
    soft: str
    """Bars and chips."""
    ink: str
    """Text and icons on soft."""
    mark: str
    """A small icon on a card."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one look, as hexadecimal RGB."""

    name: ThemeName
    bg: str
    surface: str
    sunken: str
    line: str
    """Separators and card edges: decoration only."""
    ctl: str
    """Edges of fields and buttons."""
    ink: str
    ink2: str
    ink3: str
    disabled: str
    keycap: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    chart2: str
    """Bars that are not the peak."""
    tickets: tuple[str, str, str, str]
    """Marks of ticket types."""
    barrier: str
    """The stripes along the top of a refusal."""
    paper: str
    paper_ink: str
    """Paper stays white in the dark."""
    ok: FamilyColours
    again: FamilyColours
    stop: FamilyColours
    ask: FamilyColours

    def family(self, family: Family) -> FamilyColours:
        """The colours of a verdict's family."""
        found: FamilyColours = getattr(self, family.value)
        return found

    def colours(self) -> dict[str, str]:
        """All plain tokens by name, and those of families as `ok_fill` and so on."""
        found: dict[str, str] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, FamilyColours):
                for part in fields(value):
                    found[f"{field.name}_{part.name}"] = getattr(value, part.name)
            elif isinstance(value, str):
                found[field.name] = value
        return found


LIGHT = Theme(
    name=ThemeName.LIGHT,
    bg="#F7F5F1",
    surface="#FFFFFF",
    sunken="#EFEBE4",
    line="#E2DCD2",
    ctl="#857E73",
    ink="#1E1D1B",
    ink2="#56514A",
    ink3="#6B655C",
    disabled="#EFEBE4",
    keycap="#EFEBE4",
    accent="#3346B0",
    accent_hover="#28389A",
    on_accent="#FFFFFF",
    accent_soft="#E7EAF9",
    accent_ink="#2A3A99",
    chart2="#7C88CF",
    tickets=("#3346B0", "#B0561A", "#5B2A86", "#6B655C"),
    barrier="#96190F",
    paper="#FFFFFF",
    paper_ink="#1E1D1B",
    ok=FamilyColours(
        fill="#00775E",
        on="#FFFFFF",
        strip="#005F4B",
        soft="#DDF2EA",
        ink="#005E4A",
        mark="#00775E",
    ),
    again=FamilyColours(
        fill="#F5B83D",
        on="#2B1E00",
        strip="#FAD68A",
        soft="#FDEFCF",
        ink="#774900",
        mark="#774900",
    ),
    stop=FamilyColours(
        fill="#B3261E",
        on="#FFFFFF",
        strip="#8F1E18",
        soft="#FBE6E3",
        ink="#9C1C15",
        mark="#9C1C15",
    ),
    ask=FamilyColours(
        fill="#FFFFFF",
        on="#1E1D1B",
        strip="#EFEBE4",
        soft="#E7EAF9",
        ink="#2A3A99",
        mark="#2A3A99",
    ),
)

DARK = Theme(
    name=ThemeName.DARK,
    bg="#15161A",
    surface="#1E2025",
    sunken="#101114",
    line="#34373F",
    ctl="#80858F",
    ink="#F2F0EB",
    ink2="#BDBAB3",
    ink3="#A19E96",
    disabled="#282B31",
    keycap="#2B2E35",
    accent="#A3AFFF",
    accent_hover="#B9C2FF",
    on_accent="#12163A",
    accent_soft="#2A2F55",
    accent_ink="#C6CDFF",
    chart2="#6873B4",
    tickets=("#A3AFFF", "#E9A26B", "#CBA6F0", "#A19E96"),
    barrier="#A02A21",
    paper="#FFFFFF",
    paper_ink="#1E1D1B",
    ok=FamilyColours(
        fill="#007A61",
        on="#FFFFFF",
        strip="#00624E",
        soft="#0F382F",
        ink="#7ADDBE",
        mark="#3DBE9B",
    ),
    again=FamilyColours(
        fill="#E3A834",
        on="#231800",
        strip="#EECA85",
        soft="#3B2D0F",
        ink="#F5C76B",
        mark="#F5C76B",
    ),
    stop=FamilyColours(
        fill="#BE3A30",
        on="#FFFFFF",
        strip="#982E26",
        soft="#451D19",
        ink="#FFB4AB",
        mark="#FFB4AB",
    ),
    ask=FamilyColours(
        fill="#1E2025",
        on="#F2F0EB",
        strip="#101114",
        soft="#2A2F55",
        ink="#C6CDFF",
        mark="#C6CDFF",
    ),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


class Role(StrEnum):
    """What a text is for; its size and weight follow."""

    KEY = "key"
    SMALL = "small"
    SMALL_BOLD = "small-bold"
    BODY = "body"
    BODY_BOLD = "body-bold"
    H3 = "h3"
    H2 = "h2"
    HEADLINE = "headline"
    H1 = "h1"
    HERO = "hero"
    VERDICT = "verdict"
    BIG = "big"
    HUGE = "huge"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text is set."""

    size: int
    """Logical pixels, before the text-size setting."""
    weight: int
    display: bool = False
    """In the face for large sizes."""
    tabular: bool = False
    """Figures of one width."""
    mono: bool = False


LETTERS = {
    Role.KEY: Letters(12, 600),
    Role.SMALL: Letters(13, 400),
    Role.SMALL_BOLD: Letters(13, 600),
    Role.BODY: Letters(15, 400),
    Role.BODY_BOLD: Letters(15, 600),
    Role.H3: Letters(17, 600),
    Role.H2: Letters(20, 500),
    Role.HEADLINE: Letters(24, 600, display=True),
    Role.H1: Letters(28, 600, display=True),
    Role.HERO: Letters(36, 600, display=True),
    Role.VERDICT: Letters(44, 700, display=True),
    Role.BIG: Letters(44, 600, display=True, tabular=True),
    Role.HUGE: Letters(56, 700, display=True, tabular=True),
    Role.CODE: Letters(14, 400, mono=True),
}

MARGIN = 24
"""Around a page; all lengths in logical pixels."""
GAP = 16
"""Between cards."""
PAD = 20
"""Inside a card."""
RAIL_WIDTH = 88

BUTTON, BUTTON_SMALL, BUTTON_BIG = 40, 32, 56
FIELD = 40
ROW = 52
CHIP = 28
KEYCAP = 22
TARGET = 32
"""The least height of what a pointer must hit; 40 at the door."""

RADIUS = 8
RADIUS_BAR = 10
RADIUS_CARD = 12
RADIUS_DROP = 16
RADIUS_STAGE = 20

SMALLEST_WINDOW = (1024, 700)
