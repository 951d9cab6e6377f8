"""Feeds, as their readers get them."""
