"""What to do next: deadlines, channel rules and suggestions. Pure: no window, no database, no network."""
