"""What was published, byte for byte: documents, passages, and quotes found again exactly or not at all."""
