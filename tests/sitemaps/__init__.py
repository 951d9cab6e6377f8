"""Tests of plugins/sitemaps."""
