"""The quality gate: what makes an item guessable, unfair or stale; and sheets for people to try items on.

Nothing that starts the window imports this.
"""
