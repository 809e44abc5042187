"""What comes in: mail formats read into drafts, threads, and their import into a casebook."""
