"""Drafts from the facts of a case: editable words, each sentence with the records it rests on, never signed."""
