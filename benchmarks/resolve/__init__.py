"""What resolve can do, measured."""
