"""The panes of the main window: each shows one part of the casebook and announces what the user wishes."""
