"""Builds that keep what did not change."""
