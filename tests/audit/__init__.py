"""Lighthouse's judgement, on demand."""
