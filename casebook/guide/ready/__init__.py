"""What should be there before one writes: evidence, a subject that says something, good names for attachments."""
