"""Builds that fail, builds that die, and what the published folder holds then."""
