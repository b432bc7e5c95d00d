"""Text as it was published: cleaned for display, folded into match keys, its language, its passages."""
