"""A provision's words as HTML: what changed, how old they are, what the drafters put on them."""
