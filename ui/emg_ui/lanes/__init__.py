"""Activity over time: lanes of both sides, and what stands between them."""
