"""How fast briefgen is beside what one would use otherwise; run as `python -m benchmarks`."""
