"""Stock, design and attendee to badge sheets, as PDF."""

from checkin.badges.calibration import (
    PDF,
    Calibration,
    keep_calibration,
    kept_calibration,
)
from checkin.badges.continuing import continue_run, rest_of
from checkin.badges.crosses import Measured, numbers_in, printed_right
from checkin.badges.design import Design
from checkin.badges.designs import design, designs, own_designs
from checkin.badges.elements import Side
from checkin.badges.errors import (
    BadgesDoNotFit,
    CodeTooLong,
    DesignNotUsable,
    NotCalibrated,
    NothingToPrint,
    NotOnRun,
    NotReadable,
    OverwritesEvent,
    StartOutOfRange,
    UnknownDesign,
    UnknownStock,
    WrongSheeting,
)
from checkin.badges.looks import Looks
from checkin.badges.lookthrough import look_through
from checkin.badges.order import Order
from checkin.badges.ownstocks import all_stocks, own_stocks
from checkin.badges.pictures import Pictures
from checkin.badges.places import (
    Place,
    Placed,
    arranged,
    on_sheet,
    place_of,
    places,
    sheets_needed,
)
from checkin.badges.printing import PrintRun, note_prints, preview, print_badges
from checkin.badges.queue import Guests, Queue, guests_on_sheets
from checkin.badges.report import PrintReport, Remark, RemarkKind
from checkin.badges.runs import (
    run_amount,
    run_details,
    run_moment,
    run_state,
    run_words,
)
from checkin.badges.sheeting import Duplex, Fill, Marks, Sheeting
from checkin.badges.sheets import write_sheets
from checkin.badges.sides import feeding_words, has_backs, turning_words
from checkin.badges.stock import Fold, Kind, Point, Size, Stock
from checkin.badges.stocks import stock, stocks
from checkin.badges.stocksearch import KINDS, find_stocks
from checkin.badges.text import BadgeText
from checkin.badges.texts import badge_texts
from checkin.badges.trial import trial_sheet
from checkin.badges.verify import Fault, Faulty, Resolution, read_back, verify
from checkin.badges.waiting import (
    Which,
    counts,
    line_up,
    line_up_these,
    who_is_waiting,
)

__all__ = [
    "KINDS",
    "PDF",
    "BadgeText",
    "BadgesDoNotFit",
    "Calibration",
    "CodeTooLong",
    "Design",
    "DesignNotUsable",
    "Duplex",
    "Fault",
    "Faulty",
    "Fill",
    "Fold",
    "Guests",
    "Kind",
    "Looks",
    "Marks",
    "Measured",
    "NotCalibrated",
    "NotOnRun",
    "NotReadable",
    "NothingToPrint",
    "Order",
    "OverwritesEvent",
    "Pictures",
    "Place",
    "Placed",
    "Point",
    "PrintReport",
    "PrintRun",
    "Queue",
    "Remark",
    "RemarkKind",
    "Resolution",
    "Sheeting",
    "Side",
    "Size",
    "StartOutOfRange",
    "Stock",
    "UnknownDesign",
    "UnknownStock",
    "Which",
    "WrongSheeting",
    "all_stocks",
    "arranged",
    "badge_texts",
    "continue_run",
    "counts",
    "design",
    "designs",
    "feeding_words",
    "find_stocks",
    "guests_on_sheets",
    "has_backs",
    "keep_calibration",
    "kept_calibration",
    "line_up",
    "line_up_these",
    "look_through",
    "note_prints",
    "numbers_in",
    "on_sheet",
    "own_designs",
    "own_stocks",
    "place_of",
    "places",
    "preview",
    "print_badges",
    "printed_right",
    "read_back",
    "rest_of",
    "run_amount",
    "run_details",
    "run_moment",
    "run_state",
    "run_words",
    "sheets_needed",
    "stock",
    "stocks",
    "trial_sheet",
    "turning_words",
    "verify",
    "who_is_waiting",
    "write_sheets",
]
