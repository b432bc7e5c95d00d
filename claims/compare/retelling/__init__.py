"""What holds of two claims only because two accounts of one story tell them."""
