"""`checkin badges`: designs by name, by file and by ticket type, photos and logos."""

import shutil

import pypdfium2
import pytest
from PIL import Image

from checkin.badges import designs
from checkin.cli.looks import own_folder
from checkin.resources import resource


def text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return said


@pytest.mark.parametrize("name", designs())
def test_every_design_can_be_printed(checkin, event, tmp_path, name):
    out = tmp_path / "b.pdf"
    done = checkin("badges", event, out, "--stock", "A6 4-up", "--design", name)
    assert done.code == 0
    assert "Zoë" in text(out)


def test_a_design_of_one_s_own_is_listed_and_found_by_name_and_path(
    checkin, event, tmp_path
):
    own_folder().mkdir(parents=True)
    mine = own_folder() / "mine.toml"
    shutil.copy(resource("designs", "quiet.toml"), mine)
    assert "mine" in checkin("stocks", "--json").json["designs"]
    out = tmp_path / "b.pdf"
    assert checkin("badges", event, out, "--design", "mine").code == 0
    again = ("--only", "all", "--design", mine)
    assert checkin("badges", event, out, *again).code == 0


def test_a_broken_design_is_told_with_its_key_and_nothing_is_printed(
    checkin, event, tmp_path
):
    broken = tmp_path / "mine.toml"
    broken.write_text('title = "Mine"\n')
    out = tmp_path / "b.pdf"
    done = checkin("badges", event, out, "--design", broken)
    assert done.code != 0
    assert "mine.toml" in done.err
    assert "colours: it is missing." in done.err
    assert not out.exists()


def test_a_ticket_type_gets_a_design_of_its_own_and_the_run_says_so(
    checkin, event, tmp_path
):
    out = tmp_path / "b.pdf"
    done = checkin("badges", event, out, "--design-for", "Speaker=staff")
    assert done.code == 0
    (run,) = checkin("prints", event, "--json").json
    assert run["design"] == "classic; staff for Speaker"


@pytest.mark.parametrize("word", ["Speaker", "=staff", "Speaker="])
def test_a_ticket_type_without_a_design_is_told(checkin, event, tmp_path, word):
    done = checkin("badges", event, tmp_path / "b.pdf", "--design-for", word)
    assert done.code != 0
    assert "Speaker=staff" in done.err


def test_photos_and_a_logo_are_taken_from_where_they_are(checkin, event, tmp_path):
    photos, logo = tmp_path / "photos", tmp_path / "logo.png"
    photos.mkdir()
    Image.new("RGB", (300, 400), "navy").save(photos / "nobody.jpg")
    Image.new("RGB", (300, 80), "navy").save(logo)
    out = tmp_path / "b.pdf"
    args = ("--design", "photo", "--photos", photos, "--logo", logo)
    done = checkin("badges", event, out, *args)
    assert done.code == 0
    assert "There is no photo of" in done.out
    done = checkin("badges", event, out, "--photos", tmp_path / "nowhere")
    assert done.code != 0
    assert "nowhere" in done.err
