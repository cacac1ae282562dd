"""Answer keys derived by running the libraries that they are about; see protocol.py."""
