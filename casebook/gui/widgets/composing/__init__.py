"""What a contact is written down with."""
