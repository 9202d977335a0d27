"""How a person and a board become a visit."""
