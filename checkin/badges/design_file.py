"""Reads a design from its file; resources/designs/README.md describes all keys."""

import tomllib
from collections.abc import Callable
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
from checkin.badges.palette import Palette, read_palette
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.i18n import _
from checkin.typeset import Style

_LARGEST_FILE = 1_000_000
"""Bytes; no design comes near."""


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
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
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
    except ValueError as problem:
        words = _("“{text}” is no colour; write # and six digits or letters up to f")
        raise given.wrong("", words.format(text=problem)) from problem


def _layout(table: Table, palette: Palette) -> Layout:
    reference = table.size("reference")
    if min(reference) < 10:
        raise table.wrong("reference", _("it is too small"))
    upright = table.flag("upright") if table.has("upright") else None
    found = Layout(
        reference,
        table.size("smallest"),
        table.size("largest") if table.has("largest") else None,
        upright,
        tuple(_element(one, palette) for one in table.tables("front", needed=True)),
        tuple(_element(one, palette) for one in table.tables("back")),
    )
    table.end()
    return found


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
        table.number("stroke", 0.5),
        table.number("radius", 0),
        table.when(),
    )


def _rule(table: Table, palette: Palette) -> Rule:
    return Rule(
        table.box(),
        _colour(table, "ink", palette, "muted"),
        table.number("stroke", 0.5),
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
