"""What is proved before anything goes out."""
