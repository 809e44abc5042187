"""Which case a message belongs to: threads, the marks of support desks, references, and what else its words name."""
