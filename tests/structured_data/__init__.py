"""Structured data, as machines read it."""
