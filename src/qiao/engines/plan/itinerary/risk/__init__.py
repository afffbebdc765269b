"""What becomes of a plan once trains are late and visits overrun, and plans chosen for it."""
