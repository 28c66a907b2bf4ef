"""The reader's journey in three engines: Chromium's, Firefox's and WebKit's, as Debian has them."""
