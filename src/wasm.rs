//! The thin boundary: strings in, `Analysis` out, errors as `Error` objects.
