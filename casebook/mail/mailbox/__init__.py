"""A mailbox on a server, read over IMAP: nothing on it is changed, and only what is new is fetched."""
