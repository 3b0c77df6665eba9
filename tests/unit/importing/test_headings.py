"""Headings as somebody would say them, and what is meant by longer ones."""

import pytest

from checkin.importing.columns_words import meaning
from checkin.importing.headings import spoken


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("1、您的姓名：", "您的姓名"),
        ("Q2. Your name", "Your name"),
        ("3) Firma *", "Firma"),
        ("Frage 4: Wie heißen Sie?", "Wie heißen Sie?"),
        ("FirstName", "First Name"),
        ("Ｎａｍｅ", "Name"),
        ("Name (required)", "Name"),
        ("2 guests", "2 guests"),
        ("#", "#"),
        ("Name Teilnehmer*in", "Name Teilnehmer"),
        ("Teilnehmer:innen-Firma", "Teilnehmer-Firma"),
        ("Invité(e)", "Invité"),
        ("Adhérent·e·s", "Adhérent"),
        ("Name: Info", "Name: Info"),
    ],
)
def test_numbers_stars_and_wide_letters_are_left_out(heading, said):
    assert spoken(heading) == said


_PLAIN = ("AttendeeEmail", "5、电子邮箱：")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("1、您的姓名：", "full_name"),
        ("2、您的工作单位（学校）：", "company"),
        ("5、电子邮箱：", "email"),
        ("성함을 입력해 주세요.", "full_name"),
        ("AttendeeEmail", "email"),
        ("Current registration status (auto)", "status"),
    ],
)
def test_a_known_heading_within_a_longer_one_will_do(heading, field):
    found = meaning(heading)
    assert found is not None
    assert (found.field, found.sure) == (field, heading in _PLAIN)


@pytest.mark.parametrize(
    "heading",
    ["Guardian's full name (if under 18)", "Emergency contact e-mail", "来自IP"],
)
def test_what_is_somebody_else_s_stays_theirs(heading):
    assert meaning(heading) is None
