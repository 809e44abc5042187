"""What is typed: one module per command group, each a thin door to the same journal the window uses."""
