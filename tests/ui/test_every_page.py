"""A walk over every page and state that there is a picture of."""

import gettext
from pathlib import Path

import pseudo
import pytest
import screenshots
import walk
from PySide6.QtWidgets import QPushButton
from screenshots import Stage

from checkin.model import i18n
from checkin.ui import style
from checkin.ui.look import Look
from checkin.ui.tokens import SMALLEST_WINDOW

STATES = {shot.name: shot for shot in screenshots.shots()}
SHORT = 6
"""Rounds of waiting: enough for lists and previews."""
AT_THE_DOOR = 40
ELSEWHERE = 32


@pytest.fixture
def show(tmp_path: Path, qtbot):
    """Brings a window into a state, at a size."""
    stages = []

    def bring(name: str, size: tuple[int, int]) -> Stage:
        (tmp_path / "stage").mkdir()
        stage = Stage(tmp_path / "stage")
        stages.append(stage)
        stage.window.resize(*size)
        stage.window.show()
        STATES[name].prepare(stage)
        stage.settle(SHORT)
        return stage

    yield bring
    for stage in stages:
        stage.close()


@pytest.mark.parametrize("name", STATES)
def test_everything_can_be_used_and_fits_into_the_smallest_window_too(show, name):
    stage = show(name, (1280, 800))
    window = stage.window
    assert walk.without_name(window) == []
    assert walk.out_of_reach(window) == []
    assert walk.too_small(window, ELSEWHERE) == []
    if window.place == "door":
        assert walk.too_small(window.stack.currentWidget(), AT_THE_DOOR) == []
    window.resize(*SMALLEST_WINDOW)
    stage.settle(SHORT)
    fits(window, *SMALLEST_WINDOW)


def fits(window, width, height):
    """Fails where something is cut off or beside the window."""
    hint = window.minimumSizeHint()
    assert hint.width() <= width
    assert hint.height() <= height
    assert walk.beside_the_window(window) == []
    assert walk.cut_off(window) == []


@pytest.mark.parametrize("name", STATES)
def test_all_fits_at_the_largest_text_size(show, name, qapp):
    style.apply_if_other(qapp, Look(scale=1.3))
    fits(show(name, (1280, 800)).window, 1280, 800)


@pytest.fixture
def longer_words():
    i18n.use(pseudo.Pseudo())
    yield
    i18n.use(gettext.NullTranslations())


@pytest.mark.parametrize("name", STATES)
def test_words_of_a_longer_language_fit_and_all_are_translated(
    longer_words, show, name
):
    fits(show(name, (1280, 800)).window, 1280, 800)


def test_the_walk_finds_what_it_is_for(empty_window):
    nameless = QPushButton("", empty_window)
    nameless.setGeometry(0, 0, 20, 20)
    nameless.show()
    assert walk.without_name(empty_window) == ["QPushButton ''"]
    assert walk.too_small(empty_window, 32) == ["QPushButton '': 20 px"]
    nameless.move(-5, 0)
    assert walk.beside_the_window(empty_window) == ["QPushButton ''"]
