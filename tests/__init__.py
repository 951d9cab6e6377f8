"""Tests mirror plugins/ and theme/; tests/site/ reads the built site."""
