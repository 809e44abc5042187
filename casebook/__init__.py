"""Casebook: a private journal for a dispute with a crypto exchange or broker."""

__version__ = "0.1.0"
