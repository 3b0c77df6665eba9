"""Makes resources/icons from the Lucide icons, and the app's own mark as pictures.

    python packaging/make_icons.py FOLDER

FOLDER is the unpacked npm package lucide-static (resources/icons/README.md says which
version). checkin.svg is drawn by hand; its pictures in app/ are made from it. Needs
the app's own environment. The same input gives the same files.
"""

import json
import os
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from defusedxml.ElementTree import fromstring
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

OUT = Path(__file__).resolve().parent.parent / "resources" / "icons"

NAMES = (
    "a-large-small arrow-left arrow-right at-sign ban bell book-open building-2 "
    "calendar-days camera chart-column check chevron-down chevron-left chevron-right "
    "chevron-up circle circle-alert circle-check circle-dot circle-question-mark "
    "circle-x clock copy credit-card door-open download external-link file-down "
    "file-spreadsheet file-text filter folder-open hand-heart hard-drive history "
    "id-card-lanyard inbox info keyboard list lock log-in log-out mail maximize-2 "
    "message-square minus monitor moon octagon-alert octagon-x party-popper pencil "
    "phone plus printer refresh-cw rotate-ccw rotate-cw ruler save scan scan-line "
    "scan-qr-code search send settings shield shield-check sliders-horizontal sparkles "
    "star sticky-note sun sun-moon table-2 tag ticket trash-2 triangle-alert type "
    "undo-2 upload user user-check user-plus user-x users volume-2 volume-x wifi-off x"
).split()

ROOT = {
    "width": "24",
    "height": "24",
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
"""What every icon's first element says, and nothing else."""

SHAPES = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"}
GEOMETRY = set("cx cy d height points r rx ry width x x1 x2 y y1 y2".split())

SVG = "http://www.w3.org/2000/svg"
APP_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ACCENT, ON_ACCENT = "#3346B0", "#FFFFFF"
"""The light theme's: a picture can't follow the theme."""


class UnexpectedIcon(ValueError):
    """The icon isn't drawn the way that the window counts on."""


def normalised(svg: str) -> str:
    """The icon with the attributes of ROOT and its shapes, one a line.

    Raises:
        UnexpectedIcon: another grid, stroke, colour or kind of element.
    """
    tree = fromstring(svg)
    found = {key: value for key, value in tree.attrib.items() if key != "class"}
    if found != ROOT:
        raise UnexpectedIcon(f"unexpected attributes: {found}")
    shapes = [_shape(element) for element in tree]
    head = "".join(f' {key}="{value}"' for key, value in ROOT.items())
    return "\n".join((f'<svg xmlns="{SVG}"{head}>', *shapes, "</svg>", ""))


def _shape(element: ET.Element) -> str:
    tag = element.tag.removeprefix(f"{{{SVG}}}")
    coloured = element.get("fill", "currentColor") != "currentColor"
    if tag not in SHAPES or coloured or set(element.attrib) - GEOMETRY - {"fill"}:
        raise UnexpectedIcon(f"unexpected element: {tag} {element.attrib}")
    words = "".join(f' {key}="{value}"' for key, value in element.attrib.items())
    return f"<{tag}{words}/>"


def copy_icons(package: Path) -> None:
    """Every icon of NAMES and the licence; icons that are no longer named go."""
    for old in OUT.glob("*.svg"):
        if old.stem != "checkin":
            old.unlink()
    for name in NAMES:
        svg = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        (OUT / f"{name}.svg").write_text(normalised(svg), encoding="utf-8")
    licence = (package / "LICENSE").read_text(encoding="utf-8")
    (OUT / "LICENSE").write_text(licence, encoding="utf-8")


def check_version(package: Path) -> None:
    """The README names the version that the icons are taken from."""
    version = json.loads((package / "package.json").read_bytes())["version"]
    if not re.search(rf"\b{re.escape(version)}\b", (OUT / "README.md").read_text()):
        sys.exit(f"This is lucide-static {version}: say so in {OUT / 'README.md'}.")


def mark(size: int) -> QImage:
    """The app's mark as a picture, its tick filled so that it shows on any ground."""
    svg = (OUT / "checkin.svg").read_text(encoding="utf-8")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    behind = QPainterPath()  # within the card, around the tick
    behind.addRect(QRectF(5, 9, 14, 11))
    painter.scale(size / 24, size / 24)
    painter.fillPath(behind, QColor(ON_ACCENT))
    coloured = QByteArray(svg.replace("currentColor", ACCENT).encode())
    QSvgRenderer(coloured).render(painter, QRectF(0, 0, 24, 24))
    painter.end()
    return image


def main(package: Path) -> None:
    """The icons, the licence and the pictures of the mark."""
    check_version(package)
    copy_icons(package)
    (OUT / "app").mkdir(exist_ok=True)
    for size in APP_SIZES:
        mark(size).save(str(OUT / "app" / f"checkin-{size}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
