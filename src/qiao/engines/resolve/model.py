"""The trained model that is shipped, and its version."""

from __future__ import annotations

MODEL_VERSION = "0"
