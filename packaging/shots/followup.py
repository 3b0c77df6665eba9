"""Follow-up: after the first half hour, before anybody came, with nobody invited."""

import random
from dataclasses import replace

from screenshots import Shot, Stage, fine

from checkin.demo import play_until
from checkin.ui.followup.page import FollowUpPage


def _evening(stage: Stage) -> None:
    stage.open_demo()
    _go(stage)


def _page(stage: Stage) -> FollowUpPage:
    page = stage.window.stack.currentWidget()
    assert isinstance(page, FollowUpPage)
    return page


def _go(stage: Stage) -> None:
    stage.window.go("followup")
    page = _page(stage)
    stage.until(lambda: page.chosen.first.people or not page.chosen.button.isEnabled())


def _before(stage: Stage) -> None:
    """The evening before the doors open."""
    played = play_until(stage.folder / "demo", -30, random.Random(7).randbytes)
    stage.window.opener.open(played)
    stage.until(lambda: stage.window.session is not None)
    _go(stage)


def _thanks_before(stage: Stage) -> None:
    _before(stage)
    _page(stage).cards.cards[0].click()


def _empty(stage: Stage) -> None:
    stage.open_empty()
    _go(stage)


def _register(stage: Stage) -> None:
    _evening(stage)
    _page(stage).cards.cards[-1].click()


def _overview(stage: Stage) -> None:
    _evening(stage)
    _page(stage).show_charts()


def _tables(stage: Stage) -> None:
    _overview(stage)
    charts = _page(stage).charts
    charts.who.swap.click()
    charts.when.swap.click()


def _saved(stage: Stage) -> None:
    _evening(stage)
    page = _page(stage)
    shown = page.chosen.shown
    assert shown is not None
    out = stage.folder / shown.file_name(page.chosen.made_for)
    page.saving.save(shown, page.chosen.made_for, out)
    stage.until(lambda: not page.saving.busy)


_EVENING = Shot("follow-up", _evening)

SHOTS = [
    _EVENING,
    fine(_EVENING),
    replace(_EVENING, name="follow-up-130", text=1.3, sizes=((1280, 800),)),
    Shot("follow-up-before", _before),
    Shot("follow-up-not-ready", _thanks_before),
    Shot("follow-up-empty", _empty),
    Shot("follow-up-register", _register),
    Shot("follow-up-overview", _overview),
    Shot("follow-up-tables", _tables),
    Shot("follow-up-saved", _saved),
]
