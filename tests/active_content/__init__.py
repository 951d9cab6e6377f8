"""Tests of plugins/active_content."""
