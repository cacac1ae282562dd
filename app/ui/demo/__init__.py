"""A simulated candidate in the real window: for demonstrations, proofs and the self-check."""
