"""What columns were put right to, in a settings file on disk."""

import json

import pytest

from checkin.settings import Settings
from checkin.settings.columns import MOST


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


def test_what_was_put_right_is_known_to_the_next_process(settings, tmp_path):
    settings.keep_columns("abc", {"Called": "full_name"})
    assert Settings(tmp_path).columns().get("abc", {}) == {"Called": "full_name"}
    assert Settings(tmp_path).columns().get("abd", {}) == {}


def test_the_newest_word_counts(settings):
    settings.keep_columns("abc", {"Called": "full_name"})
    settings.keep_columns("abc", {"Called": "company"})
    assert settings.columns().get("abc", {}) == {"Called": "company"}


def test_a_list_that_needs_no_help_any_more_is_forgotten(settings, tmp_path):
    settings.keep_columns("abc", {"Called": "full_name"})
    settings.keep_columns("abc", {})
    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["columns"] == []


def test_only_the_newest_lists_are_remembered(settings):
    for n in range(MOST + 1):
        settings.keep_columns(str(n), {"Called": "full_name"})
    assert settings.columns().get("0", {}) == {}
    assert settings.columns()["1"] == settings.columns()[str(MOST)] != {}


@pytest.mark.parametrize(
    "written",
    [
        "no list",
        [3, {"header": "abc"}, {"header": "abc", "columns": "full_name"}],
        [{"header": "abc", "columns": {"Called": 3}}],
    ],
)
def test_what_somebody_else_wrote_there_does_no_harm(tmp_path, written):
    (tmp_path / "settings.json").write_text(json.dumps({"columns": written}), "utf-8")
    settings = Settings(tmp_path)
    assert settings.columns().get("abc", {}) == {}
    settings.keep_columns("abc", {"Called": "full_name"})
    assert settings.columns().get("abc", {}) == {"Called": "full_name"}
