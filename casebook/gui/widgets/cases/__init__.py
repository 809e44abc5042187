"""What stands in lists of cases and beside a case."""
