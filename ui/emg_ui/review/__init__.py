"""The Review screen: what was done, and its course over the visits."""
