"""What people do with a site, each a command: ``python -m commands``."""
