"""A whole negotiation at a glance: the front page, the grid of its articles, their flow."""
