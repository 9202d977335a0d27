"""What stands behind each command of the terminal."""
