"""Where messages come from: files, folders and archives taken apart into single raw messages."""
