"""The content collections of an Astro site, as its configuration says them in a script."""
