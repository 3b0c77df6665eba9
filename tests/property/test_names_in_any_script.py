"""Names of any script and length: all of it is printed, or somebody is told."""

import csv
import unicodedata
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checkin.badges import (
    BadgeText,
    Looks,
    RemarkKind,
    design,
    designs,
    look_through,
    stocks,
)
from checkin.badges.palette import Tint
from checkin.badges.setting import Setter
from checkin.typeset import Style, missing, shape
from checkin.typeset.clean import clean

NAMES = Path(__file__).parents[1] / "data" / "names" / "scripts.csv"
LONGEST = 120


def alphabets() -> list[str]:
    """The letters of the names in each of the scripts."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        return ["".join(row.values()) for row in csv.DictReader(file)]


of_a_script = st.sampled_from(alphabets()).flatmap(
    lambda letters: st.text(st.sampled_from(letters), min_size=1, max_size=LONGEST)
)
of_several = st.text(
    st.sampled_from("".join(alphabets())), min_size=1, max_size=LONGEST
)
joined = st.text(
    st.sampled_from("\u200c\u200d\u20e3\ufe0f👨👩🏳🌈🇩🇪ﷺ1#+-,.()A\u0301ש\u05bcمक\u094d"),
    min_size=1,
    max_size=LONGEST,
)
"""Letters that are drawn together, in any order."""
names = of_a_script | of_several | joined | st.text(min_size=1, max_size=LONGEST)
looks = st.sampled_from([design(name) for name in designs()])


def letters(text: str) -> str:
    """Without spaces: a line may end at any of them."""
    return "".join(text.split())


@given(name=names)
@settings(max_examples=300)
def test_a_letter_that_can_be_seen_is_set_or_reported(name):
    line = shape(name, Style.BOLD)
    set_as = unicodedata.normalize("NFKC", line.text)
    for letter in clean(name):
        if unicodedata.category(letter)[0] in "LNPS":
            plain = unicodedata.normalize("NFKC", letter)
            assert letter in line.missing or letters(plain) in letters(set_as)


@given(name=names, family=names, sheet=st.sampled_from(stocks()), look=looks)
@settings(max_examples=150)
def test_no_text_is_cut_without_a_warning(name, family, sheet, look):
    assume(look.fits(sheet))
    badge = BadgeText(
        attendee=b"1",
        code="BCDFGHJKLNPRSTVXBCDF",
        full_name=f"{name} {family}",
        first_name=name,
        last_name=family,
        organisation=family,
        event_name="Evening",
    )
    told = look_through([badge], sheet, Looks(look))
    cut = {one.text for one in told if one.kind is RemarkKind.SHORTENED}
    laid = Setter(sheet, look).set(badge, Tint(look.palette, look.palette.plain))
    for field in laid.fields:
        printed = "".join(setting.line.text for setting in field.settings)
        whole = letters(printed) == letters(shape(field.text, field.line.style).text)
        assert whole or field.text in cut
    without = {one.text: one.letters for one in told if one.kind is RemarkKind.NO_FONT}
    for text in (name, family):
        if lost := missing(text):
            assert set(without[text].split()) == lost
