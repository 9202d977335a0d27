"""Scenarios, prompts and scoring for trainees."""
