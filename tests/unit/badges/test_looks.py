"""Which design whose badge has."""

from dataclasses import replace

from checkin.badges import Looks, design

LOOKS = Looks(design(), (("Speaker", design("staff")), ("Host", design("staff"))))


def test_case_and_spaces_of_a_ticket_type_do_not_matter():
    assert LOOKS.of(" SPEAKER ") is design("staff")
    assert LOOKS.of("Guest") is LOOKS.of("") is design()


def test_each_design_comes_once_and_the_usual_one_first():
    assert list(LOOKS) == [design(), design("staff")]


def test_two_designs_of_one_name_are_two():
    mine = replace(design(), title="Mine")
    assert len(list(Looks(design(), (("Speaker", mine),)))) == 2


def test_the_ledger_is_told_all_of_it():
    assert LOOKS.name == "classic; staff for Speaker; staff for Host"


def test_what_the_ledger_was_told_leads_back_to_them():
    assert Looks.of_name(LOOKS.name, design) == LOOKS


def test_one_two_sided_design_is_enough_to_have_backs():
    assert not LOOKS.has_back
    assert Looks(design(), (("Speaker", design("agenda")),)).has_back


def test_they_ask_for_the_columns_of_all_of_them():
    talk = Looks(design(), (("Speaker", design("conversation")),))
    assert "ask me about" in talk.asks
    assert "ask me about" not in LOOKS.asks
