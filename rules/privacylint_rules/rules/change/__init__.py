"""What changed since an earlier version, and what should have changed with it; runs under `check --base`."""
