"""Training on simulated patients, in the window of a treatment."""
