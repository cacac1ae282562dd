"""How much a bank and a bank package may hold. The figures stand in docs/authoring.md, too.

With them a hostile file is refused before it costs memory or time.
"""

MAX_BYTES = 2_000_000
"""Of one YAML file."""

MAX_TEXT = 20_000
"""Characters of one value: Markdown of many open brackets takes time that grows with the square."""

MAX_PACKAGE_BYTES = 8_000_000
"""Of a bank package as it lies on the disk; the largest shipped bank has a tenth of it."""

MAX_MEMBERS = 2_000
"""Files in a package."""

MAX_UNPACKED_BYTES = 4_000_000
"""Of all files of a package together."""

MAX_ITEMS = 1_000
"""Items of a package; the gate compares every pair of them."""

MAX_PROBLEMS = 2_000
"""Of one bank: a hundred thousand broken items would have a million."""
