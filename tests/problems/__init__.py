"""Problems: how they read, and what they propose."""
