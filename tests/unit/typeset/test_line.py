"""Shaped lines: glyphs, ink and letters without a font."""

import pytest

from checkin.typeset import Style, shape, spaced
from checkin.typeset.font import load


def glyphs(line):
    return [gid for piece in line.pieces for gid in piece.gids]


def test_an_empty_text_is_a_line_without_glyphs():
    assert glyphs(shape("  ", Style.BOLD)) == []


def test_pairs_are_kerned():
    together = shape("AV", Style.BOLD).advance
    apart = shape("A", Style.BOLD).advance + shape("V", Style.BOLD).advance
    assert together < apart


@pytest.mark.parametrize("text", ["Safiye", "Offiong", "Fjodor", "Stct"])
@pytest.mark.parametrize("style", Style)
def test_latin_letters_of_a_name_do_not_join(text, style):
    assert len(glyphs(shape(text, style))) == len(text)


def test_arabic_letters_join():
    alone = {*glyphs(shape("م", Style.BOLD)), *glyphs(shape("ح", Style.BOLD))}
    assert not alone & set(glyphs(shape("محم", Style.BOLD)))


def test_arabic_glyphs_stand_from_the_right():
    line = shape("ابت", Style.BOLD)
    assert glyphs(line)[-1] == glyphs(shape("ا", Style.BOLD))[0]


def test_a_hindi_vowel_stands_before_the_letter_that_it_follows():
    letters = dict(
        pair for _, found in shape("कि", Style.BOLD).letters for pair in found.items()
    )
    assert len(glyphs(shape("कि", Style.BOLD))) == 2
    assert list(letters.values()) == ["कि"]


def test_a_name_in_two_scripts_takes_a_face_for_each():
    line = shape("Anna 王", Style.BOLD)
    assert [piece.face.file for piece in line.pieces] == [
        "NotoSans-Bold.ttf",
        "NotoSansCJKsc-Bold.ttf",
    ]


def test_letters_that_no_font_has_are_reported_and_left_out():
    line = shape("Anna \ue000", Style.BOLD)
    assert line.missing == {"\ue000"}
    assert line.text == "Anna"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("An\ud800na", "\ufffd"),  # half of a letter
        ("Ann\ufffda", "\ufffd"),  # lost by whoever made the list
        ("An\U000f1234na", "\U000f1234"),  # somebody's own
        ("An\u0378na", "\u0378"),  # not given to any letter yet
        ("An\U0002a700na", "\U0002a700"),  # an ideograph of extension C
    ],
)
def test_letters_that_nobody_can_print_are_never_dropped_silently(text, letters):
    line = shape(text, Style.BOLD)
    assert (line.text, line.missing) == ("Anna", set(letters))


def test_emoji_are_set_in_one_colour():
    line = shape("Anna 🐉", Style.BOLD)
    assert line.text == "Anna 🐉"
    assert line.pieces[-1].face.file == "NotoEmoji-Regular.ttf"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("👩🏽‍🚀", "👩‍🚀"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("🇩🇪", "🇩🇪"),
        ("1️⃣", "1⃣"),
        ("❤️‍🔥", "❤‍🔥"),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿",) * 2,
        ("👍🏽", "👍"),
    ],
)
def test_an_emoji_of_several_letters_is_one_picture(text, told):
    line = shape(text, Style.REGULAR)
    assert len(glyphs(line)) == 1
    assert not line.missing
    assert line.text == told


def test_emoji_joined_as_no_font_knows_stand_side_by_side():
    line = shape("🐉‍🚀", Style.BOLD)
    drawn = [gid for gid in glyphs(line) if any(load(line.pieces[0].face).boxes[gid])]
    assert len(drawn) == 2


def test_a_space_beside_an_emoji_is_as_wide_as_any():
    gap = shape("a b", Style.BOLD).advance - shape("ab", Style.BOLD).advance
    beside = shape("🐉 b", Style.BOLD).advance - shape("🐉b", Style.BOLD).advance
    assert beside == pytest.approx(gap, abs=1)


def test_a_picture_within_hebrew_stays_whole():
    assert len(glyphs(shape("אב 👩‍🚀 ג", Style.BOLD))) == 6


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("骨", "NotoSansCJKsc-Bold.ttf"),
        ("骨さくら", "NotoSansCJKjp-Bold.ttf"),  # kana
        ("渡辺直", "NotoSansCJKjp-Bold.ttf"),  # 辺 is in no other character set
        ("陳骨", "NotoSansCJKtc-Bold.ttf"),
        ("骨ㄅ", "NotoSansCJKtc-Bold.ttf"),  # bopomofo
        ("张直", "NotoSansCJKsc-Bold.ttf"),
    ],
)
def test_ideographs_have_the_form_of_the_country_that_a_name_tells(text, file):
    line = shape(text, Style.BOLD)
    used = [piece.face.file for piece in line.pieces]
    assert file in used
    if file == "NotoSansCJKsc-Bold.ttf":
        assert set(used) == {file}


def test_letters_of_fancy_text_become_plain_ones():
    line = shape("𝓐𝓷𝓷𝓪", Style.BOLD)
    assert line.text == "Anna"
    assert not line.missing


@pytest.mark.parametrize(
    "text", ["Émilie", "ณัฐวุฒิ", "श्रीवास्तव", "محمد", "དབྱངས", "x\u0317\u0317\u0317"]
)
def test_the_ink_box_holds_the_ink_of_every_glyph(text):
    line = shape(text, Style.BOLD)
    for piece in line.pieces:
        font = load(piece.face)
        for gid in piece.gids:
            box = font.boxes[gid]
            if box.right > box.left:
                assert line.bottom <= box.bottom + piece.rise
                assert line.top >= box.top + piece.rise


def test_the_width_counts_ink_beyond_the_advance():
    line = shape("Jo", Style.BOLD)
    assert line.left < 0
    assert line.width == max(line.advance, line.right) - line.left


def test_letters_of_a_code_stand_in_equal_fields():
    assert spaced("BCDF", Style.REGULAR, 700, 400).advance == 4 * 700
    assert spaced("BC DF", Style.REGULAR, 700, 400).advance == 4 * 700 + 400


def test_a_joiner_with_nothing_to_join_is_no_trouble():
    assert shape("א\u200d ס\u200d", Style.REGULAR).width > 0
    assert shape("\u200d", Style.BOLD).width == 0


@pytest.mark.parametrize(
    "name", ["👨\u200d👩\u200d", "1\u20e3\u200dA", "㎏\u200c", "🇩🇪\u200dA"]
)
def test_a_joiner_after_letters_that_came_together_joins_nothing(name):
    assert shape(name, Style.BOLD).text
