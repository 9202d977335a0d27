"""The Decide screen: findings, a suggestion with its reasons, and a person's answer."""
