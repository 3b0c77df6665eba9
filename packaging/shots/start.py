"""Start, settings and help."""

from dataclasses import replace

from screenshots import Shot, Stage, fine

from checkin.settings import RecentEvent

_EVENTS = (
    ("Autumn Networking Evening", "2023-11-23T18:15", 62, 38, 58, False),
    ("Makers’ Breakfast", "2023-11-09T09:00", 31, 27, 31, False),
    (
        "Open Studio Night for the Harbour District and Friends",
        "2023-10-12T19:00", 118, 96, 118, True,
    ),
    ("Summer Members’ Meeting", "2023-09-14T18:00", 44, 40, 44, True),
)  # fmt: skip


def _with_recents(stage: Stage) -> None:
    for number, (name, starts, people, came, printed, sent) in enumerate(_EVENTS):
        path = stage.around.events_folder / f"{number}.checkin"
        path.touch()
        stage.around.settings.remember(
            RecentEvent(str(path), name, starts, people, came, printed, sent, -number)
        )
    stage.window.start.refresh()


def _new_event(stage: Stage) -> None:
    stage.window.start.new_event()


def _settings(stage: Stage) -> None:
    stage.open_demo()
    stage.window.go("options")


def _help(stage: Stage) -> None:
    stage.open_demo()
    stage.window.go("options")
    stage.window.toggle_help()


_RECENT = Shot("start", _with_recents)

SHOTS = [
    Shot("start-first-time", lambda _stage: None),
    _RECENT,
    fine(_RECENT),
    replace(_RECENT, name="start-130", text=1.3, sizes=((1280, 800),)),
    Shot("start-new-event", _new_event),
    Shot("settings", _settings),
    Shot("help", _help),
]
