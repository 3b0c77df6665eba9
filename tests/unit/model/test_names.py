"""Names folded for search, split into words, and put together from their parts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.model.names import fold, full_name, is_cjk, search_words

SAME = {
    "Łukasz": "lukasz",
    "Straße": "STRASSE",
    "Ørsted": "orsted",
    "Işıl": "ISIL",
    "İbrahim": "ibrahim",
    "Nguyễn Thị Phương": "nguyen thi phuong",
    "Đặng": "dang",
    "Þór Ægisson": "thor aegisson",
    "Dvořák": "DVORAK",
    "Əliyev": "eliyev",
    "مُحَمَّد": "محمد",
    "שָׁלוֹם": "שלום",
    "ΣΊΣΥΦΟΣ": "Σίσυφος",
    "Ａｎｎａ": "anna",
    "ﾔﾏﾀﾞ": "ヤマダ",
    "ﬁona": "Fiona",
    "O’Neil": "O'Neil",
    "Jean‑Luc": "jean-luc",
    "山田\u3000太郎": "山田 太郎",
    "z\u200boe": "Zoë",
    " Anna \t Maria ": "anna maria",
}

DIFFERENT = {
    "Hindi vowel signs": ("प्रिया", "परया"),
    "Thai vowels": ("กิตติ", "กตต"),
    "Tamil vowel signs": ("மலர்", "மலரி"),
    "kana and its voiced sister": ("カ", "ガ"),
    "hangul": ("김민준", "김민중"),
    "letters": ("Anna", "Anne"),
}


@pytest.mark.parametrize(("one", "other"), SAME.items())
def test_two_spellings_of_one_name_fold_to_the_same(one, other):
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_makes_two_names_different_stays(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_to_the_same(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd"])))
def test_a_folded_name_has_one_case_and_no_double_spaces(text):
    folded = fold(text)  # casefold, not lower: Cherokee folds to its capitals
    assert folded == " ".join(folded.casefold().split())


@pytest.mark.parametrize(
    ("name", "words"),
    {
        "Anne-Marie O’Brien": ["anne", "marie", "o", "brien"],
        "Dr. Łukasz (Luke) Nowak": ["dr", "lukasz", "luke", "nowak"],
        "zoe@alpha.example": ["zoe", "alpha", "example"],
        "प्रिया शर्मा": ["प्रिया", "शर्मा"],
        "กิตติ": ["กิตติ"],
        '"*^: OR -': ["or"],
        "—": [],
        "": [],
    }.items(),
)
def test_a_name_is_searched_by_its_words(name, words):
    assert search_words(name) == words


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("Zoë", "Ångström", "Zoë Ångström"),
        ("太郎", "山田", "山田太郎"),
        ("花子", "佐々木", "佐々木花子"),
        ("민준", "김", "김민준"),
        ("ハナコ", "サトー", "サトーハナコ"),
        ("Anna", "山田", "Anna 山田"),
        (" Sukarno ", "", "Sukarno"),
        ("", "Teller", "Teller"),
        ("", "", ""),
    ],
)
def test_first_and_last_name_make_the_whole_one(first, last, whole):
    assert full_name(first, last) == whole


@pytest.mark.parametrize("text", ["", "12", "Anna", "山田 Anna"])
def test_what_has_other_letters_or_none_is_not_written_family_name_first(text):
    assert not is_cjk(text)
