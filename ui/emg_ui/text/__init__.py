"""What the window and the terminal say: words, numbers, names, colours; a person's settings."""
