"""Stock, design and attendee to badge sheets, as PDF."""

from checkin.badges.design import Design, design, designs
from checkin.badges.errors import (
    BadgesDoNotFit,
    CodeTooLong,
    NothingToPrint,
    StartOutOfRange,
    UnknownDesign,
    UnknownStock,
)
from checkin.badges.places import Place, places, sheets_needed
from checkin.badges.report import PrintReport, Remark, RemarkKind
from checkin.badges.sheets import write_sheets
from checkin.badges.stock import Stock, stock, stocks
from checkin.badges.text import BadgeText
from checkin.badges.verify import verify

__all__ = [
    "BadgeText",
    "BadgesDoNotFit",
    "CodeTooLong",
    "Design",
    "NothingToPrint",
    "Place",
    "PrintReport",
    "Remark",
    "RemarkKind",
    "StartOutOfRange",
    "Stock",
    "UnknownDesign",
    "UnknownStock",
    "design",
    "designs",
    "places",
    "sheets_needed",
    "stock",
    "stocks",
    "verify",
    "write_sheets",
]
