"""Which model is shipped."""

MODEL_VERSION = "3"
"""Changes with each model that is shipped, so that a score can be told from another model's."""
