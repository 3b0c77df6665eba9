"""The stage: what it tells, where its buttons are, and that all can be painted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from scenery import ZOE, guest, minutes, told

from checkin.model.errors import DiskFull
from checkin.model.verdict import Family, Verdict
from checkin.ui import fonts, look, style
from checkin.ui.door.scene import scene_of
from checkin.ui.door.scenes import host_called, idle, not_saved
from checkin.ui.door.stage import Stage
from checkin.ui.door.unsaved import Unsaved
from checkin.ui.look import Look
from checkin.ui.tokens import DARK

NOT_SAVED = not_saved(Unsaved(DiskFull(file="x"), "Zoë", minutes(0), 2))
CANCELLED = scene_of(told(Verdict.CANCELLED))
SCENES = [
    idle(),
    NOT_SAVED,
    host_called(CANCELLED),
    *(scene_of(told(verdict)) for verdict in Verdict),
]


@pytest.fixture
def stage(qtbot):
    fonts.load_name_faces()
    made = Stage()
    qtbot.addWidget(made)
    made.resize(806, 567)
    made.show()
    return made


@pytest.mark.parametrize("size", [(806, 567), (630, 478), (630, 280), (1400, 900)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_all_scenes_are_painted_with_their_buttons_inside(stage, qapp, size, scale):
    style.apply_if_other(qapp, Look(scale=scale))
    stage.resize(*size)
    for scene in SCENES:
        stage.show_scene(scene)
        assert not stage.grab().isNull()
        for button in stage.steps:
            assert stage.rect().contains(button.geometry())
            assert button.height() >= 40


@pytest.mark.parametrize("theme", [look.LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_family_has_its_fill(stage, qapp, verdict, theme):
    style.apply_if_other(qapp, Look(theme))
    stage.show_scene(scene_of(told(verdict)))
    picture = stage.grab().toImage()
    colour = picture.pixelColor(stage.width() // 2, stage.height() - 6)
    assert colour == QColor(theme.family(verdict.family).fill)


def test_a_refusal_has_a_barrier_and_a_welcome_has_none(stage):
    barrier = look.colour("barrier")

    def stripes() -> bool:
        picture = stage.grab().toImage()
        return any(picture.pixelColor(x, 10) == barrier for x in range(100, 400))

    stage.show_scene(CANCELLED)
    assert stripes()
    stage.show_scene(scene_of(told(Verdict.ADMITTED)))
    assert not stripes()


def test_not_saved_is_striped_all_around(stage):
    barrier = look.colour("barrier")
    stage.show_scene(NOT_SAVED)
    picture = stage.grab().toImage()
    low = stage.height() - 6
    assert any(picture.pixelColor(x, low) == barrier for x in range(100, 400))
    stage.show_scene(CANCELLED)
    picture = stage.grab().toImage()
    assert not any(picture.pixelColor(x, low) == barrier for x in range(100, 400))


def test_a_screen_reader_gets_the_whole_text(stage):
    stage.show_scene(scene_of(told(Verdict.ADMITTED)))
    said = stage.accessibleName()
    for part in ("Admitted", "Main", "Zoë van der Berg", "Harbour Makers", "Member",
                 "18:42", "Welcome, Zoë!"):  # fmt: skip
        assert part in said


def test_a_verdict_is_announced(stage, monkeypatch):
    heard = []
    monkeypatch.setattr(
        "checkin.ui.door.stage.QAccessible.updateAccessibility",
        lambda event: heard.append(event.message()),
    )
    stage.show_scene(scene_of(told(Verdict.ADMITTED)))
    assert heard == ["Admitted, Zoë van der Berg, Main"]


def test_step_buttons_are_reached_by_tab_and_take_no_focus_by_click(stage, qtbot):
    stage.show_scene(CANCELLED)
    first = stage.steps[0]
    assert first.focusPolicy() == Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(stage.wanted):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not first.hasFocus()


def test_steps_stay_on_one_line_in_a_narrow_stage(stage):
    stage.resize(630, 478)
    stage.show_scene(CANCELLED)
    assert len({button.y() for button in stage.steps}) == 1


def test_the_first_step_of_a_refusal_is_filled(stage):
    stage.show_scene(CANCELLED)
    picture = stage.grab().toImage()

    def ground(button) -> QColor:
        return picture.pixelColor(button.x() + 6, button.y() + 6)

    first, second = stage.steps[:2]
    assert ground(first) == look.colour("stop_on")
    assert ground(second) == look.colour("stop_fill")


def test_an_endless_name_company_and_note_stay_on_the_stage(stage):
    fields = {"company": "Society " * 30, "note": "Please " * 50, "job_title": "x" * 90}
    who = guest(first_name="W" * 60, last_name="A" * 90, **fields)
    stage.show_scene(scene_of(told(Verdict.ADMITTED, who)))
    picture = stage.grab().toImage()
    wide, tall = stage.width(), stage.height()
    edges = [(x, y) for x in (8, wide - 8) for y in range(20, tall - 20)]
    edges += [(x, y) for y in (8, tall - 8) for x in range(20, wide - 20)]
    assert {picture.pixelColor(x, y).name() for x, y in edges} == {
        look.look().theme.ok.fill.lower()
    }


def test_the_least_size_leaves_room_for_the_smallest_window(stage):
    assert stage.minimumSizeHint() == QSize(420, 280)


def test_the_ring_on_a_fill_is_in_the_colour_on_it(stage):
    stage.show_scene(CANCELLED)
    assert stage.steps[0].property("ring") == look.look().theme.stop.on
    stage.show_scene(host_called(CANCELLED))
    assert stage.steps[0].property("ring") is None


def test_calling_the_host_keeps_the_guest_and_what_can_be_done(stage):
    calm = host_called(CANCELLED)
    assert calm.family is Family.ASK
    assert calm.name == CANCELLED.name
    assert [step.words for step in calm.steps] == ["Let in anyway…", "Look up by name"]
    nobody = host_called(replace(CANCELLED, name=type(calm.name)(), second=""))
    assert nobody.reason == "Not admitted: cancelled"


def test_a_name_from_the_right_stands_at_the_left(stage):
    stage.show_scene(scene_of(told(Verdict.CANCELLED, guest(full_name="نועה"))))
    picture = stage.grab().toImage()
    ink = QColor(look.look().theme.stop.on)
    rows = range(200, 300)
    left = any(picture.pixelColor(x, y) == ink for x in range(40, 200) for y in rows)
    right = any(picture.pixelColor(x, y) == ink for x in range(500, 780) for y in rows)
    assert left
    assert not right


def test_somebody_without_anything_but_a_name_is_shown_too(stage):
    bare = replace(ZOE, details=guest(full_name="Bo").details)
    stage.show_scene(scene_of(told(Verdict.ADMITTED, bare)))
    assert stage.accessibleName() == "Admitted. Main. Bo. 18:42. “Welcome, Bo!”"
