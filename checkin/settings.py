"""What belongs to this machine, not to the event: desk ids, paths, the clock."""

import contextlib
import json
import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from checkin.model.clock import Instant
from checkin.model.ids import SIZE, DeskId, Random, from_hex

_FILE = "settings.json"


class SystemClock:
    """The machine's own time: the only place that asks for it."""

    def now(self) -> Instant:
        """This moment, with the local offset."""
        return Instant.from_datetime(datetime.now().astimezone())


def config_dir() -> Path:
    """Where this user's settings lie; made if needed and possible.

    A home that can't be written must not stop the door: then nothing is remembered.
    """
    from platformdirs import user_config_path

    folder = user_config_path("Checkin", appauthor=False)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


class Settings:
    """A small JSON file, read whole and written whole.

    A file that can't be read counts as empty, and is kept beside the new one:
    settings never stand between a volunteer and the door.
    """

    def __init__(self, folder: Path, random: Random = secrets.token_bytes) -> None:
        self._path = folder / _FILE
        self._random = random
        self._values = self._load()

    def _load(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            return self._set_aside()
        return values if isinstance(values, dict) else self._set_aside()

    def _set_aside(self) -> dict[str, Any]:
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_suffix(".unreadable"))
        return {}

    def desk_id(self, event_file: Path) -> DeskId:
        """The id of this machine as a desk of that file: 16 bytes, made once.

        It belongs to the pair of machine and path, so that a copied event file does
        not make two desks with one id.
        """
        desks, key = self._desks(), _key(event_file)
        known = from_hex(str(desks.get(key, "")))
        if known is None:
            known = self._random(SIZE)
            desks[key] = known.hex()
            self._save()
        return DeskId(known)

    def forget_desk(self, event_file: Path) -> None:
        """For a new event where an older one of that name was: another desk."""
        if self._desks().pop(_key(event_file), None):
            self._save()

    def _desks(self) -> dict[str, Any]:
        """Ids by path, in hexadecimal; empty where somebody wrote something else."""
        desks = self._values.get("desks")
        if not isinstance(desks, dict):
            desks = self._values["desks"] = {}
        return desks

    def _save(self) -> None:
        text = json.dumps(self._values, indent=1, sort_keys=True)
        draft = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            draft.write_text(text, encoding="utf-8")
            draft.replace(self._path)
        except OSError:  # a full or read-only home must not stop the door
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _key(event_file: Path) -> str:
    """Where the file really is; a link to itself is found out when it is opened."""
    try:
        return str(event_file.resolve())
    except (OSError, RuntimeError):
        return str(event_file.absolute())
