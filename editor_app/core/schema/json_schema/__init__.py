"""JSON Schemas, drafts 04 to 2020-12, as fields: what stands in files of the site, and no more."""
