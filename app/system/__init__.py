"""The machine: standard library and platformdirs, nothing of ours."""
