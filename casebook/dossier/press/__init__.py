"""From template data and pictures to one PDF, in child processes that can be stopped."""
