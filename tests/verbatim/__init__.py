"""Tests of how a publication is built from its facts."""
