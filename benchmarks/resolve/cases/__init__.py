"""Names of real organisations, half for tuning and half only for measuring, and the questions made of them."""
