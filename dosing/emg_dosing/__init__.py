"""The pure rules: products, plan, guardrails, suggestions."""
