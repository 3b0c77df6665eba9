"""Reads a design from its file; resources/designs/README.md describes all keys."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from checkin.badges.design import Design, Layout
from checkin.badges.design_keys import Table
from checkin.badges.elements import (
    Align,
    Band,
    BandWord,
    Code,
    Element,
    Fit,
    Picture,
    Rule,
    Shape,
    Text,
    TextLine,
    VAlign,
)
from checkin.badges.errors import DesignNotUsable
from checkin.badges.palette import Palette, Unreadable, read_palette
from checkin.badges.room import Room
from checkin.badges.stock import Size
from checkin.badges.units import MM
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.i18n import _
from checkin.typeset import Style

_LARGEST_FILE = 1_000_000
"""Bytes; no design comes near."""
_LEAST_SIDE = 10.0
"""mm of a badge, and of a code: less nobody reads."""
_WIDEST_STROKE = 20.0
"""pt."""
_PLAY = 0.01
"""mm by which a place may stand over: figures are rounded."""


def read_design(path: Path) -> Design:
    """The design in a file; it is called as the file.

    Raises:
        FileNotThere, FileNotReadable: there is no reading it.
        DesignNotUsable: it is no design, told with the key that is wrong.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise DesignNotUsable(
                file=path.name, key=path.name, reason=_("it is too large")
            )
        given = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as problem:
        raise FileNotThere(file=path.name) from problem
    except OSError as problem:
        raise FileNotReadable(file=path.name, reason=str(problem)) from problem
    except (ValueError, RecursionError) as problem:
        raise DesignNotUsable(
            file=path.name, key=path.name, reason=str(problem)
        ) from problem
    return _design(Table(path.name, given), path)


def _design(table: Table, path: Path) -> Design:
    palette = _palette(table)
    layouts = [_layout(one, palette) for one in table.tables("layouts", needed=True)]
    if not layouts:
        raise table.wrong("layouts", _("it is empty"))
    found = Design(
        path.stem,
        table.text("title"),
        table.text("about", ""),
        palette,
        tuple(layouts),
        path.parent,
        int(table.number("rank", 1000)),
    )
    table.end()
    return found


def _palette(table: Table) -> Palette:
    given = Table(table.file, table.take("colours"), "colours")
    try:
        return read_palette(given.rest())
    except KeyError as problem:
        raise given.wrong(str(problem.args[0]), _("it is missing")) from problem
    except Unreadable as problem:
        words = _("white and ink have to differ: one is read on the other")
        raise given.wrong("white", words) from problem
    except ValueError as problem:
        words = _("“{text}” is no colour; write # and six digits or letters up to f")
        raise given.wrong("", words.format(text=problem)) from problem


def _layout(table: Table, palette: Palette) -> Layout:
    reference, smallest = table.size("reference"), table.size("smallest")
    for key, size in (("reference", reference), ("smallest", smallest)):
        if min(size) < _LEAST_SIDE:
            raise table.wrong(key, _("it is too small"))
    upright = table.flag("upright") if table.has("upright") else None
    found = Layout(
        reference,
        smallest,
        table.size("largest") if table.has("largest") else None,
        upright,
        _side(table.tables("front", needed=True), palette, reference),
        _side(table.tables("back"), palette, reference),
    )
    if not all(_has_room(one, found) for one in (*found.front, *found.back)):
        raise table.wrong("smallest", _("the code and its white don’t fit on it"))
    table.end()
    return found


def _side(
    tables: Iterator[Table], palette: Palette, reference: Size
) -> tuple[Element, ...]:
    """The elements of a side, all of them on the badge."""
    found = []
    for table in tables:
        element = _element(table, palette)
        left, top, width, height = element.at
        over = max(left + width - reference.width, top + height - reference.height)
        if over > _PLAY:
            raise table.wrong("at", _("it stands over the edge of the badge"))
        if not isinstance(element, Rule) and min(width, height) <= 0:
            raise table.wrong("at", _("it has no size"))
        if isinstance(element, Code) and (width != height or width < _LEAST_SIDE):
            words = _("it has to be a square of at least {n} mm")
            raise table.wrong("at", words.format(n=f"{_LEAST_SIDE:g}"))
        found.append(element)
    return tuple(found)


def _has_room(element: Element, layout: Layout) -> bool:
    """Whether a code keeps all of its white on the smallest badge."""
    if not isinstance(element, Code):
        return True
    code = Room(layout.reference, layout.smallest).code(element)
    needed = code.modules.width + 2 * code.quiet
    return needed <= min(layout.smallest) * MM + _PLAY


def _element(table: Table, palette: Palette) -> Element:
    kind = table.text("kind")
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise table.wrong("kind", _("it has to be one of {known}").format(known=known))
    found = _KINDS[kind](table, palette)
    table.end()
    return found


def _colour(table: Table, key: str, palette: Palette, default: str | None = "") -> str:
    name = table.text(key, default)
    if name and name not in palette.names:
        words = _("there is no colour “{name}” among the colours")
        raise table.wrong(key, words.format(name=name))
    return name


def _text(table: Table, palette: Palette) -> Text:
    fill = _colour(table, "fill", palette)
    return Text(
        table.box(),
        tuple(_line(one, palette) for one in table.tables("lines", needed=True)),
        table.word("align", Align, Align.LEFT),
        table.word("valign", VAlign, VAlign.TOP),
        _colour(table, "on", palette, fill or "white"),
        fill,
        table.number("pad", 0),
        table.number("radius", 0),
        table.when(),
    )


def _line(table: Table, palette: Palette) -> TextLine:
    found = TextLine(
        words=table.words(),
        style=table.word("style", Style, Style.REGULAR),
        largest=table.number("largest", least=1),
        smallest=table.number("smallest", least=1),
        ink=_colour(table, "ink", palette, "ink"),
        rows=int(table.number("rows", 1, least=1)),
        gap=table.number("gap", 0),
        legible=table.number("legible", 0),
        not_above=table.text("not_above", ""),
        fill=_colour(table, "fill", palette),
        each=table.flag("each"),
    )
    if found.smallest > found.largest:
        raise table.wrong("smallest", _("it is above the largest"))
    table.end()
    return found


def _code(table: Table, _palette: Palette) -> Code:
    return Code(table.box(), table.number("letters", 0), table.when())


def _band(table: Table, palette: Palette) -> Band:
    return Band(
        table.box(),
        _colour(table, "fill", palette, "ticket"),
        table.number("inset", 0),
        tuple(_band_word(one) for one in table.tables("words")),
        table.when(),
    )


def _band_word(table: Table) -> BandWord:
    found = BandWord(
        table.words(),
        table.word("style", Style, Style.REGULAR),
        table.number("largest", least=1),
        table.number("smallest", least=1),
        table.word("align", Align, Align.LEFT),
        table.flag("whole"),
    )
    table.end()
    return found


def _shape(table: Table, palette: Palette) -> Shape:
    return Shape(
        table.box(),
        _colour(table, "fill", palette),
        _colour(table, "edge", palette),
        table.number("stroke", 0.5, most=_WIDEST_STROKE),
        table.number("radius", 0),
        table.when(),
    )


def _rule(table: Table, palette: Palette) -> Rule:
    return Rule(
        table.box(),
        _colour(table, "ink", palette, "muted"),
        table.number("stroke", 0.5, most=_WIDEST_STROKE),
        table.when(),
    )


def _picture(table: Table, palette: Palette) -> Picture:
    source = table.text("source")
    if not source or source != Path(source).name or "\\" in source:
        raise table.wrong("source", _("it has to be a file beside the design"))
    return Picture(
        table.box(),
        source,
        table.word("fit", Fit, Fit.COVER),
        table.number("radius", 0),
        table.word("align", Align, Align.CENTRE),
        _colour(table, "fill", palette),
        table.when(),
    )


_KINDS: dict[str, Callable[[Table, Palette], Element]] = {
    "text": _text,
    "qr": _code,
    "band": _band,
    "box": _shape,
    "line": _rule,
    "image": _picture,
}
