"""The Prepare screen: plan, examination and preparation; needs no board."""
