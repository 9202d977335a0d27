"""The drawn face: its paths, its places, the plan's points and the electrodes on it."""
