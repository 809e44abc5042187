"""What a casebook's files are called, and how a database that is not encrypted begins."""

DATABASE_NAME = "casebook.db"
PLAIN_HEADER = b"SQLite format 3\0"
KEYS_NAME = "casebook.keys"
