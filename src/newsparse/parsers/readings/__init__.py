"""What several fields read from a page alike: computed once a document by `draft.once`, claiming nothing."""
