"""Pure values and functions: no I/O, no clock, no global randomness, standard library only."""
