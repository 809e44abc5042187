"""What comes in: mailboxes, imports, the inbox."""
