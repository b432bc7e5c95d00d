"""What two Chinese statements say of one thing, in whatever words they say it."""
