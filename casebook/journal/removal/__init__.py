"""What must not stay: the bin, and purging down to the last trace."""
