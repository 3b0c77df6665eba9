"""Puts a picture into a PDF, once in a document however often it is shown."""

from typing import Any

from checkin.badges.pictures import Ready


def embedded(canvas: Any, picture: Ready) -> str:
    """What the page calls the picture; a unit square that is to be scaled.

    An image XObject with its JPEG as it is, as section 8.9.5 of ISO 32000-1 says.
    ReportLab's own way unfolds every picture to name it, however often it comes.
    """
    from reportlab.pdfbase import pdfdoc

    doc = canvas._doc  # noqa: SLF001 - ReportLab has no other way
    name: str = doc.getXObjectName(picture.name)
    if name not in doc.idToObject:
        stream = pdfdoc.PDFStream()
        stream.content = picture.data
        stream.dictionary.dict.update(
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": "/DeviceRGB",
                "BitsPerComponent": 8,
                "Filter": "/DCTDecode",
            }
        )
        doc.Reference(stream, name)
        doc.addForm(picture.name, stream)
    if picture.name not in canvas._formsinuse:  # noqa: SLF001
        canvas._formsinuse.append(picture.name)  # noqa: SLF001
    return name
