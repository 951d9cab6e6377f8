"""Tests of fast_markdown."""
