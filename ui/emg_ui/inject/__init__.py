"""The Inject screen: the decided plan, ticked as it is given."""
