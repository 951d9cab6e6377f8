"""Comments moved in and out: readers of files, the plan, the database, the command."""
