"""What lets a stranger check a pack: its signature, its time stamp, and what the files in it say of one another."""
