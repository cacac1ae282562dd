"""Small parts of screens: data in, signals out."""
