"""Photos of guests and the logo of the event, made ready for a PDF."""

import re
import struct
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from checkin.badges.elements import Fit
from checkin.badges.text import BadgeText
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.i18n import _
from checkin.model.names import fold

DOTS = 300
"""Pixels an inch that a picture keeps; printers show no more."""
KINDS = (".png", ".jpg", ".jpeg")
_QUALITY = 88
_LARGEST_FILE = 64_000_000
"""Bytes."""
_MOST_PIXELS = 100_000_000
"""More than any camera makes; a small file can claim to unfold to much more."""
_FACE = (0.5, 0.3)
"""Where faces are in a portrait: what is cut off, is cut off below."""
_KEPT = 32
"""Pictures kept ready: a logo is on every badge, a photo on one."""
_SIGNS = re.compile(r"[\W_]+")
_BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError,
    OverflowError, MemoryError, struct.error, Warning,
)  # fmt: skip
"""What the library raises for files that are no pictures, or do not end well."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture as a PDF holds it: JPEG, three bytes a pixel before."""

    data: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        """The same for the same picture."""
        return sha256(self.data).hexdigest()[:20]


_Key = tuple[Path, tuple[int, int], Fit]


class Pictures:
    """Where pictures come from: a logo, a folder of photos, or neither.

    A guest's photo is the file that the list's column “Photo” names, else one named by
    e-mail address, code or full name; case, accents and signs don't matter. PNG and
    JPEG are read. Each is made no larger than its place needs at 300 dots an inch.

    Raises:
        FileNotThere: there is no such file or folder.
        FileNotReadable: the logo is no picture, or the folder can’t be looked into.
    """

    def __init__(self, logo: Path | None = None, photos: Path | None = None) -> None:
        self.logo, self.photos = logo, photos
        self._kept: OrderedDict[_Key, Ready | None] = OrderedDict()
        for path in filter(None, (logo, photos)):
            if not path.exists():
                raise FileNotThere(file=path.name)
        if logo and self.ready(logo, 100, 100, Fit.CONTAIN) is None:
            raise FileNotReadable(file=logo.name, reason=_("it is no PNG or JPEG"))
        self._files = _by_name(photos) if photos else {}

    def __len__(self) -> int:
        """How many photos there are."""
        return len(set(self._files.values()))

    def photo_of(self, badge: BadgeText) -> Path | None:
        """The file with the photo of a guest; None if there is none."""
        named = badge.more.get("photo", "")
        stem = Path(named).stem if named.lower().endswith(KINDS) else named
        keys = (stem, badge.email, badge.code, badge.full_name)
        found = (self._files.get(_plain(key)) for key in keys if key)
        return next(filter(None, found), None)

    def ready(self, path: Path, width: float, height: float, fit: Fit) -> Ready | None:
        """The picture for a place of that size in pt; None if it can't be read."""
        size = max(1, round(width / 72 * DOTS)), max(1, round(height / 72 * DOTS))
        key = path, size, fit
        if key not in self._kept:
            self._kept[key] = _read(path, size, fit)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _by_name(folder: Path) -> dict[str, Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as problem:
        raise FileNotReadable(file=folder.name, reason=str(problem)) from problem
    found = (path for path in paths if path.suffix.lower() in KINDS)
    return {_plain(path.stem): path for path in found}


def _plain(name: str) -> str:
    return _SIGNS.sub("", fold(name))


def _read(path: Path, size: tuple[int, int], fit: Fit) -> Ready | None:
    """The picture at that size; what can be seen through becomes white."""
    from PIL import Image, ImageOps

    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_FILE:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("PNG", "JPEG")) as file:
                if file.width * file.height > _MOST_PIXELS:
                    return None
                file.draft("RGB", (2 * size[0], 2 * size[1]))
                upright = ImageOps.exif_transpose(file).convert("RGBA")
        white = Image.new("RGBA", upright.size, "white")
        image = Image.alpha_composite(white, upright).convert("RGB")
        if fit is Fit.COVER:
            size = _no_larger(image.size, size)
            image = ImageOps.fit(image, size, centering=_FACE)
        else:
            image.thumbnail(size)
        out = BytesIO()
        image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    except (*_BROKEN, Image.DecompressionBombError):
        return None
    return Ready(out.getvalue(), *image.size)


def _no_larger(has: tuple[int, int], wanted: tuple[int, int]) -> tuple[int, int]:
    """The wanted shape, with no more pixels than the picture has."""
    k = min(1.0, has[0] / wanted[0], has[1] / wanted[1])
    return max(1, round(wanted[0] * k)), max(1, round(wanted[1] * k))
