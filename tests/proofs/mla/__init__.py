"""Proofs for the Associate bank: one module a topic."""
