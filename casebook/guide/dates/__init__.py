"""From a rule and a start to a date that explains itself; days counted as the firm works."""
