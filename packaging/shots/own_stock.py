"""A sheet of one's own on the Badges page: measured, drawn, wrong."""

from screenshots import Shot, Stage, fine

from checkin.badges import stock
from checkin.badges.measuring import Part
from checkin.settings import Unit
from checkin.ui.badges.page import BadgesPage
from checkin.ui.tokens import ThemeName

_LIGHT = (ThemeName.LIGHT,)
_BIG = ((1280, 800),)


def _copied(stage: Stage, part: str = "L4785") -> BadgesPage:
    """The editor, with the measures of a shipped sheet."""
    stage.open_demo()
    stage.window.go("badges")
    page = stage.window.stack.currentWidget()
    assert isinstance(page, BadgesPage)
    stage.until(lambda: page.people is not None)
    page.left.choose_stock()
    page.own.copy(stock(part))
    stage.settle()
    return page


def _wrong(stage: Stage) -> None:
    fields = _copied(stage).own.editor.fields
    fields.focus(Part.ROWS)
    fields.fields[Part.ROWS].edit.setText("6")
    fields.fields[Part.ACROSS].edit.setText("70")


def _gaps(stage: Stage) -> None:
    editor = _copied(stage, "CR80 tent 4-up").own.editor
    editor.fields.gap_chosen.emit(True)
    editor.fields.unit_chosen.emit(Unit.INCH)
    editor.fields.focus(Part.ACROSS)
    editor.fields.fields[Part.LEFT].edit.setText("0.3")


def _changed(stage: Stage) -> None:
    """One of the user's own is opened again; its paper has a size of its own."""
    page = _copied(stage)
    page.own.editor.try_to_save()
    page.left.choose_stock()
    page.own.change(page.wish.stock)
    paper = page.own.editor.fields.paper
    paper.setCurrentIndex(paper.count() - 1)
    paper.activated.emit(paper.currentIndex())


_COPIED = Shot("badges-own-stock", _copied)

SHOTS = [
    _COPIED,
    fine(_COPIED),
    Shot("badges-own-stock-wrong", _wrong),
    Shot("badges-own-stock-130", _wrong, _LIGHT, _BIG, text=1.3),
    Shot("badges-own-stock-changed", _changed, _LIGHT),
    Shot("badges-own-stock-gap", _gaps, _LIGHT, _BIG),
]
