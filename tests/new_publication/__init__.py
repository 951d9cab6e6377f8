"""Tests of plugins/new_publication."""
