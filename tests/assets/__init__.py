"""Stylesheets and scripts: put together, made small, named by what they hold."""
