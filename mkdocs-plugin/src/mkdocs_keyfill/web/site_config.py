"""What is the same for every panel of a site, as one file beside the script that reads it."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class SiteConfig:
    """The configuration of a site, which a page names by its hash."""

    text: str
    """JSON, as `data-config` has it."""

    @property
    def hash(self) -> str:
        """Say which one it is: `www/app_files.js` takes ten hexadecimal digits, and no address."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:10]

    @property
    def file(self) -> str:
        """Its name, in the folder of the script."""
        return file_of(self.hash)

    def moved(self, html: str, attribute: str) -> str:
        """Name it on a finished page, in the place of the attribute that has all of it."""
        return html.replace(attribute, f'data-site="{self.hash}"')


def file_of(hash_: str) -> str:
    """Name the file of a configuration."""
    return f"site-{hash_}.json"
