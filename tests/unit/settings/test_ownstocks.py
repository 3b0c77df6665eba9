"""Sheets that were measured, in a settings file on disk."""

import json
from dataclasses import replace

import pytest

from checkin.badges import all_stocks, own_stocks, stock, stocks
from checkin.settings import OwnStock, Settings, Unit

TRAY = OwnStock("Tray 2", "A4", (210, 297), (80, 50), 2, 5, (17.5, 13.5), (95, 55))
INCH = replace(TRAY, name="Inch", unit=Unit.INCH, by_gap=True, like="Avery L4785")


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


def test_a_measured_sheet_is_known_to_the_next_process(settings, tmp_path):
    settings.keep_stock(TRAY)
    settings.keep_stock(INCH)
    assert Settings(tmp_path).own_stocks() == [INCH, TRAY]


def test_it_is_a_stock_before_the_shipped_ones(settings):
    settings.keep_stock(TRAY)
    (mine,) = own_stocks(settings)
    assert all_stocks(settings) == (mine, *stocks())
    assert stock("tray 2", own_stocks(settings)).places == 10


def test_one_that_is_changed_takes_its_own_place_under_another_name(settings):
    settings.keep_stock(TRAY)
    settings.keep_stock(replace(TRAY, rows=4))
    assert [one.rows for one in settings.own_stocks()] == [4]
    settings.keep_stock(replace(TRAY, name="Tray 3"), instead_of="tray 2")
    assert [one.name for one in settings.own_stocks()] == ["Tray 3"]


def test_one_that_is_gone_can_be_kept_again(settings):
    settings.keep_stock(TRAY)
    settings.forget_stock("TRAY 2")
    assert settings.own_stocks() == []
    settings.keep_stock(TRAY)
    assert settings.own_stocks() == [TRAY]


@pytest.mark.parametrize(
    "written",
    [
        "no list",
        [3, {}, {"name": "x"}],
        [{"name": "x", "paper": "A4", "paper_size": [210], "badge_size": [1, 1],
          "columns": 1, "rows": 1, "first": [0, 0], "pitch": [0, 0]}],
        [{"name": "x", "paper": "A4", "paper_size": [1e999, 297],
          "badge_size": [1, 1], "columns": 1, "rows": 1, "first": [0, 0],
          "pitch": [0, 0]}],
    ],
)  # fmt: skip
def test_what_somebody_else_wrote_there_does_no_harm(tmp_path, written):
    text = json.dumps({"own_stocks": written})
    (tmp_path / "settings.json").write_text(text, "utf-8")
    settings = Settings(tmp_path)
    assert settings.own_stocks() == []
    settings.keep_stock(TRAY)
    assert settings.own_stocks() == [TRAY]


def test_measures_that_can_not_be_are_no_stock(settings):
    settings.keep_stock(replace(TRAY, rows=9))
    assert settings.own_stocks()
    assert own_stocks(settings) == ()
