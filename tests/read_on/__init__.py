"""Where a piece leads."""
