"""The Matrix channel: matrix-nio's cryptography behind an adapter of our own."""
