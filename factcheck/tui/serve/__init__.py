"""The reviewer in a browser of the same computer: a small web server around textual-serve's terminal page."""
