"""`checkin stock`: sheets that somebody measured, kept on this computer."""

from collections.abc import Iterable
from dataclasses import replace

import click

from checkin.badges import own_stocks, stock
from checkin.badges.faults import doubts, faults
from checkin.badges.lengths import length_words, read_length, read_pair, write_length
from checkin.badges.measuring import Part
from checkin.badges.ownstocks import PAPERS, as_stock, copy_of
from checkin.cli.shared import say, typed_word
from checkin.cli.sheets import sheet_words
from checkin.model.errors import BadArgument, CheckinError
from checkin.model.i18n import N_, _
from checkin.settings import OwnStock, Settings, Unit, config_dir

_OPTION = {
    Part.NAME: "NAME",
    Part.PAPER_WIDTH: "--paper",
    Part.PAPER_HEIGHT: "--paper",
    Part.WIDTH: "--badge",
    Part.HEIGHT: "--badge",
    Part.COLUMNS: "--grid",
    Part.ROWS: "--grid",
    Part.LEFT: "--margin",
    Part.TOP: "--margin",
    Part.ACROSS: "--pitch",
    Part.DOWN: "--pitch",
    Part.CORNER: "--corner",
}
_EXAMPLE = {
    "--paper": "A4, Letter, 210x297",
    "--badge": "80x50, 3.5x2in",
    "--grid": "2x5",
    "--margin": "18,13",
    "--pitch": "95,55",
    "--gap": "15,5",
    "--corner": "3",
}


@click.command("stock")
@click.argument("what", type=click.Choice(["add", "change", "remove"]))
@click.argument("name")
@click.option("--paper", metavar="A4", help="A4, Letter, A5 …, or a size: 210x297.")
@click.option("--badge", metavar="80x50", help="Width and height of one badge, in mm.")
@click.option("--grid", metavar="2x5", help="Columns and rows.")
@click.option("--margin", metavar="18,13", help="Left and top margin of the paper.")
@click.option("--pitch", metavar="95,55", help="From a badge's edge to the next one's.")
@click.option("--gap", metavar="15,5", help="Instead of --pitch: what is between them.")
@click.option("--corner", metavar="R", help="Radius of the rounded corners.")
@click.option("--like", metavar="PART", help="Begin with the measures of that stock.")
def stock_command(what: str, name: str, like: str | None, **said: str | None) -> None:
    """A sheet that you measured yourself: add it, change it, remove it.

    Lengths are in mm; with “in” behind them in inches. It is kept on this computer,
    and can be named wherever a stock is.
    """
    settings = Settings(config_dir())
    known = {one.name.casefold(): one for one in settings.own_stocks()}
    old = known.get(name.strip().casefold())
    if what == "remove":
        _remove(settings, _known(old, name, known.values()))
        return
    if what == "change":
        start = _known(old, name, known.values())
    else:
        start = _new(name, like, settings)
    own = _checked(_with(start, said), known, old if what == "change" else None)
    settings.keep_stock(own)
    say(sheet_words(as_stock(own)))
    if doubt := doubts(own):
        say(doubt)
    say(_("Try it with: checkin test-sheet test.pdf --stock {name}").format(
        name=typed_word(own.name)
    ))  # fmt: skip


class NoOwnStock(CheckinError):
    """The user measured no sheet of that name."""

    title = N_("You have no sheet “{name}” of your own")
    message = N_("Nothing was changed.")
    hint = N_("{instead}")


def _known(old: OwnStock | None, name: str, known: Iterable[OwnStock]) -> OwnStock:
    if old is None:
        names = ", ".join(one.name for one in known)
        hint = (
            _("There are: {names}.").format(names=names)
            if names
            else _("Add one with: checkin stock add NAME --paper A4 --badge 80x50 …")
        )
        raise NoOwnStock(name=name, instead=hint)
    return old


def _new(name: str, like: str | None, settings: Settings) -> OwnStock:
    """What a new one begins with: one badge on A4, or the measures of another stock."""
    if like:
        begun = copy_of(stock(like, own_stocks(settings)))
    else:
        begun = OwnStock("", "A4", (210, 297), (0, 0), 1, 1, (0, 0), (0, 0))
    return replace(begun, name=" ".join(name.split()))


def _with(own: OwnStock, said: dict[str, str | None]) -> OwnStock:
    """The measures with what was said; the rest stays."""
    if said["paper"]:
        own = replace(own, **_paper(said["paper"]))  # type: ignore[arg-type]
    for option, field in (("badge", "badge_size"), ("margin", "first")):
        if text := said[option]:
            own = replace(own, **{field: _pair(option, text)})  # type: ignore[arg-type]
    if said["grid"]:
        columns, rows = _pair("grid", said["grid"])
        if columns % 1 or rows % 1:
            raise _no("grid", said["grid"])
        own = replace(own, columns=int(columns), rows=int(rows))
    own = _apart(own, said)
    if said["corner"]:
        corner = read_length(said["corner"])
        if corner is None:
            raise _no("corner", said["corner"])
        own = replace(own, corner=corner)
    inches = any(text and text.rstrip(' "').endswith("in") for text in said.values())
    return replace(own, unit=Unit.INCH if inches else own.unit)


def _apart(own: OwnStock, said: dict[str, str | None]) -> OwnStock:
    if text := said["gap"]:
        across, down = _pair("gap", text)
        width, height = own.badge_size
        return replace(own, pitch=(width + across, height + down), by_gap=True)
    if text := said["pitch"]:
        return replace(own, pitch=_pair("pitch", text), by_gap=False)
    return own


def _paper(text: str) -> dict[str, object]:
    for name, size in PAPERS.items():
        if text.strip().casefold() in (name.casefold(), name.casefold()[3:]):
            return {"paper": name, "paper_size": (size.width, size.height)}
    return {"paper": "", "paper_size": _pair("paper", text)}


def _pair(option: str, text: str) -> tuple[float, float]:
    found = read_pair(text)
    if found is None:
        raise _no(option, text)
    return found


def _no(option: str, text: str) -> BadArgument:
    one = option == "corner"
    return BadArgument(
        value=text,
        what=f"--{option}",
        reason=_("It needs a length.") if one else _("It needs two numbers."),
        instead=_("For example: {example}.").format(example=_EXAMPLE[f"--{option}"]),
    )


def _checked(
    own: OwnStock, known: dict[str, OwnStock], old: OwnStock | None
) -> OwnStock:
    """The same, if it can be.

    Raises:
        BadArgument: what is wrong, and with which option.
    """
    taken = [one.name for one in known.values() if one is not old]
    if found := faults(own, taken=taken):
        part, words = found[0]
        option = _OPTION[part]
        if option == "--pitch" and own.by_gap:
            option = "--gap"
        instead = (
            _("Choose another name, or use `change`.")
            if part is Part.NAME
            else _("For example: {option} {example}.").format(
                option=option, example=_EXAMPLE[option]
            )
        )
        value = own.name if part is Part.NAME else _value(own, part)
        raise BadArgument(value=value, what=option, reason=words, instead=instead)
    return own


def _value(own: OwnStock, part: Part) -> str:
    if part is Part.CORNER:
        return length_words(own.corner, own.unit)
    if part in (Part.COLUMNS, Part.ROWS):
        return f"{own.columns}x{own.rows}"
    pairs = {"--paper": own.paper_size, "--badge": own.badge_size,
             "--margin": own.first, "--pitch": own.pitch}  # fmt: skip
    pair = pairs[_OPTION[part]]
    return " × ".join(write_length(side, own.unit) for side in pair)


def _remove(settings: Settings, old: OwnStock) -> None:
    settings.forget_stock(old.name)
    say(_("{name} is gone.").format(name=old.name))
    say(_("Bring it back with: {command}").format(command=_command(old)))


def _command(own: OwnStock) -> str:
    """What one types to have it once more."""

    def pair(values: tuple[float, float], sign: str) -> str:
        return sign.join(f"{value:g}" for value in values)

    parts = [
        "checkin stock add", typed_word(own.name),
        "--paper", typed_word(own.paper or pair(own.paper_size, "x")),
        "--badge", pair(own.badge_size, "x"),
        "--grid", f"{own.columns}x{own.rows}",
        "--margin", pair(own.first, ","),
        "--pitch", pair(own.pitch, ","),
    ]  # fmt: skip
    if own.corner:
        parts += ["--corner", f"{own.corner:g}"]
    if own.like:
        parts += ["--like", typed_word(own.like)]
    return " ".join(parts)
