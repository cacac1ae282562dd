"""One module a screen; each takes values and emits wishes."""
