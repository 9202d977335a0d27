"""Scored training on virtual patients: scenarios, what a trainee sees and does, and the score.

The score says how an attempt at a made-up case went. It is not called competence.
"""
