"""The desktop around the window: notifications, the tray, and what closing the window means."""
