"""The built site, read as a visitor reads it."""
