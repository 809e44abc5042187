"""That it is what was recorded: the ledger, its signed checkpoints, the check of everything, and the history."""
