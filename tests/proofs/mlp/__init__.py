"""Proofs for the Professional bank: one module a topic."""
