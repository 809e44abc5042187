"""What to do in a case now: the next step, what stops a clock, whether to send again, where to turn, what follows."""
