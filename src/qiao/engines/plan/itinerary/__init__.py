"""The journey of a delegation: which hosts to meet, on which day, in which order, sleeping where."""
