"""The pure rules of dosing: products, plans, guardrails, suggestions."""
