"""What is asserted, and how assertions stand to one another."""
