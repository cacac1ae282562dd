"""Bank files on disk → core values: reading, checking and caching. Importing this costs nothing."""
