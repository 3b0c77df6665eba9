"""Scanned text or a name becomes a verdict and an entry."""
