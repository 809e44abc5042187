"""What goes out: the steps of an export."""
