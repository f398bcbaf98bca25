"""The story of one provision: its rounds, what happened to it in each, what it is now."""
