"""Two drafts compared: cards of what changed, sentences about it, and the card of one change."""
