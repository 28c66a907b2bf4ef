"""The language that the panels of a site speak."""

from dataclasses import dataclass

from mkdocs_keyfill.errors import did_you_mean, option_error
from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.languages.catalogue import ENGLISH, SHIPPED, Catalogue
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.site_facts import SiteFacts

_FORM = f"one of {', '.join([ENGLISH, *SHIPPED])}"


@dataclass(frozen=True)
class Language:
    """What the panels speak, and what the pages around them do."""

    catalogue: Catalogue
    page: str
    """The tag of the language of the pages."""

    def attributes(self) -> dict[str, str]:
        """Give what a panel says of its language, where that is not English on an English page."""
        spoken = self.catalogue
        if spoken.tag == ENGLISH and catalogue.is_english(self.page):
            return {}
        return {"lang": spoken.tag, "dir": spoken.direction}

    @property
    def is_missing(self) -> bool:
        """Whether the pages are in a language that the panel does not speak."""
        return self.catalogue.tag == ENGLISH and not catalogue.is_english(self.page)


def resolve(options: Options, site: SiteFacts) -> Language:
    """Take the author's word, or the language of the pages, if the panel speaks that."""
    page = site.language or ENGLISH
    written = options.language
    if written is None:
        return Language(catalogue.load(catalogue.lookup(page) or ENGLISH), page)
    tag = written.strip()
    found = ENGLISH if catalogue.is_english(tag) else catalogue.lookup(tag)
    if found is None:
        wrong = f"is not a language of the panel{did_you_mean(tag, SHIPPED)}"
        raise option_error("language", tag, wrong, _FORM)
    return Language(catalogue.load(found), page)
