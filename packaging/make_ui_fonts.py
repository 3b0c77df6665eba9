"""Makes resources/fonts/ui, the faces of the window, from Inter as npm packages it.

    python packaging/make_ui_fonts.py FOLDER

FOLDER is the unpacked npm package inter-ui (resources/fonts/ui/README.md says which
version). Needs fonttools and brotli; the app itself does not. The same input gives the
same files.
"""

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "ui"

FACES = (
    "web/Inter-Regular web/Inter-Medium web/Inter-SemiBold web/Inter-Bold "
    "display/InterDisplay-SemiBold display/InterDisplay-Bold"
).split()
"""Where they lie in the package. Nothing is cut away: a face has 0.3 MB."""


def main(package: Path) -> None:
    """The faces, unpacked from the web's format, and their licence."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.ttf"):
        old.unlink()
    for face in FACES:
        font = TTFont(package / f"{face}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(OUT / f"{Path(face).name}.ttf")
    shutil.copyfile(package / "LICENSE.txt", OUT / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
