"""deploy/isso, as it is shipped: a real nginx before a real Isso, backups, units."""
