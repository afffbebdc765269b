"""Timetables of matchmaking events: who meets whom, in which slot."""
