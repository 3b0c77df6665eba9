"""What badges look like is remembered, for each event by itself."""

from checkin.badges import design
from checkin.model.ids import EventId
from checkin.settings import Settings
from checkin.ui.kept_looks import KeptLooks, keep_looks, kept_looks

EVENING, MORNING = EventId(b"e" * 16), EventId(b"m" * 16)


def test_designs_of_ticket_types_and_pictures_are_kept_for_their_event(tmp_path):
    settings = Settings(tmp_path)
    by_ticket = (("Speaker", design("staff")),)
    chosen = KeptLooks(design(), by_ticket, tmp_path / "logo.png", tmp_path / "photos")
    keep_looks(settings, EVENING, chosen)
    again = Settings(tmp_path)
    assert kept_looks(again, EVENING) == chosen
    assert kept_looks(again, EVENING).looks.of("speaker") is design("staff")
    assert kept_looks(again, MORNING) == KeptLooks(design())


def test_pictures_that_are_gone_keep_nobody_from_a_badge(tmp_path):
    gone = KeptLooks(design("photo"), photos=tmp_path / "nowhere")
    assert gone.pictures() is None


def test_settings_that_somebody_spoiled_count_as_none(tmp_path):
    settings = Settings(tmp_path)
    settings.keep("badges.events", '{"' + EVENING.hex() + '": {"designs": 3}}')
    assert kept_looks(settings, EVENING) == KeptLooks(design())
    settings.keep("badges.events", "spoiled")
    assert kept_looks(settings, EVENING) == KeptLooks(design())
