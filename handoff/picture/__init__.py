"""The picture of what happens to people: what is coded of a case, and nothing that leads back."""
