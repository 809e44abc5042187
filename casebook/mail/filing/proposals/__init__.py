"""What a message's words seem to name: offered to the user one by one, and never recorded by itself."""
