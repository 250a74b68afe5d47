"""The index of a site: what is known of each post, in a cache that can be made anew at will."""
