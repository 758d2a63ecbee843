"""Signal, through signal-cli's JSON-RPC daemon: the only part that knows its ways."""
