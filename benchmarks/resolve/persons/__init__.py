"""Namesakes: invented persons of one name, and what is decided of their records unasked."""
