"""Photos and the logo: where they come from, and what is missing."""

from pathlib import Path

import pytest
from PIL import Image

from checkin.badges import design
from checkin.ui.badges.wish import Who


@pytest.fixture
def photo_design(hands):
    """The shipped design with photos of guests."""
    made = next(one for one in hands.page.known if one.has_photo)
    hands.page.change(design=made)
    return made


def picture(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (300, 400), "teal").save(path)
    return path


def test_photos_are_asked_for_only_where_a_design_shows_some(hands, photo_design):
    card = hands.page.left.photos
    assert card.photos.isVisibleTo(hands.page)
    hands.page.change(design=design("classic"))
    assert not card.isVisibleTo(hands.page)


def test_a_folder_of_photos_is_looked_at_and_remembered(
    hands, photo_design, tmp_path, window_again
):
    hands.choose(Who.ALL)
    folder = picture(tmp_path / "photos" / "bo.png").parent
    card = hands.page.left.photos
    card.photos.chosen.emit(folder)
    assert card.photos.where.text() == "photos"
    hands.until(lambda: card.found.text() == "1 of 55 guests have a photo there.")
    (row,) = [r for r in hands.page.side.look.rows if "photo" in r.title.text()]
    assert row.title.text() == "54 photos are missing"
    again = window_again()
    assert again.wish.photos == folder


def test_a_folder_that_is_gone_is_told_and_can_be_let_go(hands, photo_design, tmp_path):
    folder = picture(tmp_path / "gone" / "bo.png").parent
    hands.page.change(photos=folder)
    hands.until(lambda: not hands.instead)
    (folder / "bo.png").unlink()
    folder.rmdir()
    hands.page.toggle_used(1)
    hands.until(lambda: "gone" in hands.instead)
    hands.page.left.photos.photos.clear.click()
    assert hands.page.wish.photos is None
    hands.until(lambda: not hands.instead)


def test_choosing_holds_nothing_up(hands, photo_design, dialogs):
    hands.page.left.photos.photos.choose.click()
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "Choose the folder of the photos"
    dialog.reject()
