"""Conformance of finished files in every format, language and layout.

`make matrix` makes and checks all of them; the tests do a tenth of it, another one each day.
"""
