"""Whole questions above a column, and what a yes to them means."""

import pytest

from checkin.importing.columns_words import meaning


@pytest.mark.parametrize(
    "heading",
    [
        "I do not want to receive the newsletter",
        "Please do not take photos of me",
        "Opt-out of mailing list",
        "Ich möchte keinen Newsletter",
        "Ich will den Newsletter nicht erhalten",
        "Je ne veux pas recevoir la newsletter",
        "No quiero recibir el boletín, newsletter",
        "Ik wil de nieuwsbrief niet ontvangen",
        "I will not be attending",
    ],
)
def test_where_a_yes_would_mean_no_nothing_is_taken_for_permission(heading):
    assert meaning(heading) is None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("May we contact you? (yes/no)", "contact"),
        ("May we write to you? We will never share your address.", "contact"),
        ("Do you want the newsletter, or not?", "contact"),
        ("Will you attend or not?", "status"),
        ("Kommst du oder nicht?", "status"),
        ("May we take your picture? (ja/nein)", "photos"),
    ],
)
def test_a_question_that_names_both_answers_is_not_turned_round(heading, field):
    assert meaning(heading).field == field
