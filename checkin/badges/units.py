"""Inches, points and millimetres."""

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72
MM = POINTS_PER_INCH / MM_PER_INCH
"""pt in a mm."""
