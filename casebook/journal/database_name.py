"""What a casebook's database file is called, and how one that is not encrypted begins."""

DATABASE_NAME = "casebook.db"
PLAIN_HEADER = b"SQLite format 3\0"
