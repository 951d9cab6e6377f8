"""Metadata: what is checked in one file, and in many together."""
