"""Deduplication at size: tables of ten thousand to a million rows, real and invented."""
