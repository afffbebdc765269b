"""Other ways to link and deduplicate, each set up once and plainly, to be measured beside ours in one run."""
