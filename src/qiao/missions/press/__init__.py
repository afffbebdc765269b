"""Documents a delegation carries: values in, bytes out. No rows, no requests, nothing fetched."""
