"""What goes to another casebook: one case, or everything, as a documented file."""
