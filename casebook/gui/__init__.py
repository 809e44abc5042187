"""What is seen: the only room that imports PySide6."""
