"""plan: wanted visits or meetings, windows and travel in; an arrangement with its cost and a bound out."""
