"""The Measure screen: the guide through a measurement beside the lanes."""
