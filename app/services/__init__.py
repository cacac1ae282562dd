"""Use cases. They talk to the world through the ports and know neither screen nor disk."""
