"""Measure the reader on the annotated development texts: `python -m benchmarks.extract`."""
