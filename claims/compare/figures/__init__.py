"""A short claim against a long sentence: which of its figures the claim means, and what they let one reckon."""
