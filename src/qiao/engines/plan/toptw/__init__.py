"""Orienteering by a team: tours from one depot through customers with windows, for the most prize."""
