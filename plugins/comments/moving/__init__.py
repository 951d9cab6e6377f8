"""Comments moved in from elsewhere, and out again."""
