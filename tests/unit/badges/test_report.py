"""What is said about badges, in words."""

import pytest

from checkin.badges import Place, Remark, RemarkKind


@pytest.mark.parametrize(
    ("letter", "named"),
    [("𓆏", "𓆏"), ("\ue000", "U+E000"), ("\u0378", "U+0378")],
)
def test_a_letter_that_no_screen_shows_is_told_by_its_number(letter, named):
    remark = Remark(RemarkKind.NO_FONT, b"1", Place(1, 1), "Anna", letters=letter)
    assert f"No font has {named} in" in remark.words()
