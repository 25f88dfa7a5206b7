"""What a gate lets pass: old findings, and those that a change does not touch."""
