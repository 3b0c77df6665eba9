"""The shipped fonts and their catalogue."""

import pytest

from checkin.resources import resource
from checkin.typeset.faces import Style, base, face_for, faces, in_order
from checkin.typeset.font import load

NAMES = (
    "Anna Zoë İpek Łukasz Đặng Nguyễn Ōtsuka Þór Guðrún Ştefan Ħamza Ŵyn Ǎi Ọlá "
    "Γιώργος Дмитрий Ђорђе Ґалаґан Қасым محمد شیرین ڈاکٹر דוד अनुष्का শ্রেয়া ਗੁਰਮੀਤ ગીતા "
    "ଓଡ଼ିଆ நந்தினி లక్ష్మి ಕನ್ನಡ മലയാളം නිමල් ณัฐวุฒิ ລາວ ភាសាខ្មែរ မြန်မာ ქართული Հայերեն "
    "አበበ ཀརྨ ᏣᎳᎩ ᐃᓄᒃᑎᑐᑦ ⵜⴰⵎⴰⵣⵉⵖⵜ ދިވެހި ܣܘܪܝܝܐ ߒߞߏ ꦗꦮ ᠮᠣᠩᠭᠣᠯ "
    "王小明 陳大文 山﨑 髙橋 𠮷田 さくら ソニー 김민준 뷁 ㄅㄆ"
).split()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("style", Style)
def test_every_living_script_has_a_face(name, style):
    letters = set(name) - {"\u200d", "\u200c"}
    assert [letter for letter in letters if not face_for(letter, style)] == []


def test_latin_greek_and_cyrillic_come_from_the_base_face():
    for letter in "AzßŁΩЖ":
        assert face_for(letter, Style.BOLD) is base(Style.BOLD)


def test_faces_of_the_wanted_weight_are_asked_first():
    weights = [face.style for face in in_order(Style.BOLD)]
    assert weights == sorted(weights, key=lambda weight: weight is not Style.BOLD)


def test_every_face_of_the_catalogue_is_shipped_and_has_what_it_says():
    for face in faces():
        glyphs = set(load(face).hb_face.unicodes)
        for start, end in zip(face.starts, face.ends, strict=True):
            assert {start, end} <= glyphs, face.file


def test_no_font_file_is_shipped_that_the_catalogue_does_not_know():
    shipped = {path.name for path in resource("fonts").glob("*.ttf")}
    assert shipped == {face.file for face in faces()}


def test_the_fonts_come_with_their_licence_and_their_sources():
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text("utf-8")
    assert "fonts-noto-core" in resource("fonts", "README.md").read_text("utf-8")


def test_all_fonts_keep_within_twenty_five_megabytes():
    files = [path for path in resource("fonts").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 25_000_000
