"""What two English statements say of one thing, in whatever words they say it."""
