"""Scripts (JavaScript, TypeScript) that hold settings: read as data, nothing of them is run."""
