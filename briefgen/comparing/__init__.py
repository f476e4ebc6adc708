"""Two versions of a report pack: what differs, and what that means for translations, letters and sign-offs."""
