"""Where it lies: the database and its shape, the attachments, the search index, and who has them open."""
