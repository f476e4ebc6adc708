"""The shelves on which packs, formats, layouts and languages stand: a user's workspace first, our own second."""
