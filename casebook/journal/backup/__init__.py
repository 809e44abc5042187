"""That it is never gone: proven backups, and the way back from one."""
