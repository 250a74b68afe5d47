"""Galley: the editorial desk for static-site posts."""

__version__ = "0.1.0"
