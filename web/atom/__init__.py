"""Feeds, for those who do not want to come and look, and the page that explains them."""
