"""The photos and the logo that a wish asks for."""

from pathlib import Path

from checkin.badges import Pictures
from checkin.ui.badges.wish import Wish

_Key = tuple[Path | None, Path | None, int]


def pictures_of(wish: Wish) -> Pictures | None:
    """Those of the designs that show some; None where none does.

    Raises:
        FileNotThere, FileNotReadable: a file or the folder is gone, or is none.
    """
    return _made(*_wanted(wish))


class Album:
    """Keeps what is ready for the next sheet. Belongs to one thread."""

    def __init__(self) -> None:
        self._key: _Key = (None, None, 0)
        self._pictures: Pictures | None = None

    def of(self, wish: Wish) -> Pictures | None:
        """As `pictures_of`; read anew if a photo came into the folder or left it."""
        logo, photos = _wanted(wish)
        key = logo, photos, _changed(photos)
        if key != self._key:
            self._pictures = _made(logo, photos)
            self._key = key
        return self._pictures


def _wanted(wish: Wish) -> tuple[Path | None, Path | None]:
    """The logo, and the folder of photos, as far as a design shows them."""
    logo = wish.logo if wish.shows_logo else None
    return logo, wish.photos if wish.shows_photos else None


def _made(logo: Path | None, photos: Path | None) -> Pictures | None:
    return Pictures(logo, photos) if logo or photos else None


def _changed(folder: Path | None) -> int:
    try:
        return folder.stat().st_mtime_ns if folder else 0
    except OSError:
        return 0
