"""Who can read it: keys and the ways to them, the cipher of attachments, and the change from plain to encrypted."""
