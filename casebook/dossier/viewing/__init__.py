"""Exhibits as they are looked at on the screen: drawn by a guarded child, large ones cut into tiles."""
