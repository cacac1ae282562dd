"""Questions put to the candidate over the window."""
