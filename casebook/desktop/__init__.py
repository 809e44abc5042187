"""What the desktop is asked for: to show a notification, and to start Casebook at login. It knows no window."""
