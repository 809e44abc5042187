"""What stands on the pages: every section as template data, in the reader's words."""
