"""One file per noun: what the user can do with it, from the dialog to the journal to the feed."""
