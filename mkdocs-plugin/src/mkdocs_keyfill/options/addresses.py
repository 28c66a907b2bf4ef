"""From the addresses as written to regions with checked values, and what stands for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_keyfill.errors import missing_error, option_error
from mkdocs_keyfill.options import grammar
from mkdocs_keyfill.options.declared import Options
from mkdocs_keyfill.options.grammar import Refused
from mkdocs_keyfill.options.kinds import WrittenRegion
from mkdocs_keyfill.options.templates import REGION, fill_region
from mkdocs_keyfill.rules import PLACEHOLDERS

NOT_CONFIGURED = "FIXME"
"""As a region's name, in any case: this branch of the site has no region yet."""

_URL_FORMS = {"keystone_url": "https://HOST:PORT/v3", "s3_endpoint": "https://HOST:PORT"}


@dataclass(frozen=True)
class Region:
    """A region whose every value has been admitted."""

    name: str
    keystone_url: str
    s3_endpoint: str
    signing_region: str


@dataclass(frozen=True)
class Placeholders:
    """What stands in the commands until the reader's own values replace it."""

    region: str
    profile: str
    endpoint: str
    host: str
    signing_region: str
    hostname: str
    port: str
    scheme: str
    use_https: str
    keystone_url: str


OFTEN_SHARED = ("hostname", "port", "scheme", "use_https", "keystone_url")
"""What may be the same for all regions, and then is known before one is chosen."""


@dataclass(frozen=True)
class Addresses:
    """The regions of a site, and what stands for their values until a reader has one."""

    regions: tuple[Region, ...]
    placeholders: Placeholders
    shared: Mapping[str, str]


def resolve(options: Options) -> Addresses:
    """Check the addresses."""
    shared = {
        key: options.values[key]
        for key in ("keystone_url", "s3_endpoint", "signing_region")
        if options.values[key] is not None
    }
    written = options.regions
    for region in written:
        _admit(grammar.region_name, region.path, region.name, grammar.REGION_FORM)
    if any(region.name.upper() == NOT_CONFIGURED for region in written):
        return Addresses((), _unfilled(shared), shared)
    _refuse_duplicates(written)
    for key, form in _URL_FORMS.items():
        _check_shared_url(key, form, shared.get(key), written)
    regions = tuple(_checked(region, shared) for region in written)
    return Addresses(regions, placeholders(regions, shared), shared)


def placeholders(regions: Sequence[Region], shared: Mapping[str, str]) -> Placeholders:
    """Give one region its real values; of several, only what is true for each of them."""
    if len(regions) == 1:
        [region] = regions
        endpoint = region.s3_endpoint
        return Placeholders(
            region.name,
            grammar.profile(region.name),
            endpoint,
            _host(endpoint),
            region.signing_region,
            *_parts(endpoint),
            region.keystone_url,
        )
    template = shared.get("s3_endpoint", "")
    follow = all(
        region.s3_endpoint == _tidy(fill_region(template, region.name)) for region in regions
    )
    signing = {region.signing_region for region in regions}
    general = _general(template if follow else "", signing.pop() if len(signing) == 1 else "")
    differ = differing(regions, shared)
    [first, *_] = regions
    same = {
        name: value
        for name, value in vars(placeholders([first], shared)).items()
        if name in OFTEN_SHARED and name not in differ
    }
    return replace(general, **same)


def differing(regions: Sequence[Region], shared: Mapping[str, str]) -> frozenset[str]:
    """Tell what of that which may be the same for all regions is not."""
    values = [vars(placeholders([region], shared)) for region in regions]
    return frozenset(name for name in OFTEN_SHARED if len({value[name] for value in values}) > 1)


def _refuse_duplicates(regions: Sequence[WrittenRegion]) -> None:
    """Two regions with one profile would overwrite each other's keys on the reader's disk."""
    seen: dict[str, str] = {}
    for region in regions:
        profile = grammar.profile(region.name)
        if profile in seen:
            wrong = f"has the same profile name {profile!r} as {seen[profile]!r}"
            raise option_error(region.path, region.name, wrong, "each region once")
        seen[profile] = region.name


def _check_shared_url(
    key: str, form: str, shared: str | None, regions: Sequence[WrittenRegion]
) -> None:
    """Each region needs a URL; several regions may share a Keystone, and no object store."""
    followers = [region for region in regions if key not in region.options]
    if not followers:
        return
    expected = _with_region(form)
    if shared is None:
        raise missing_error(key, expected)
    if key == "s3_endpoint" and len(followers) > 1 and REGION not in shared:
        names = ", ".join(region.name for region in followers)
        wrong = f"has no {{region}} and is used for several regions ({names})"
        raise option_error(key, shared, wrong, f"{expected}, or {key} under each region")


def _checked(region: WrittenRegion, shared: Mapping[str, str]) -> Region:
    def value(key: str) -> tuple[str, str]:
        own = key in region.options
        text = region.options[key] if own else shared[key]
        return (f"{region.path}.{key}" if own else key), fill_region(text, region.name)

    def url_form(key: str) -> str:
        own = key in region.options
        return _URL_FORMS[key] if own else _with_region(_URL_FORMS[key])

    return Region(
        region.name,
        _admit(grammar.keystone_url, *value("keystone_url"), url_form("keystone_url")),
        _admit(grammar.s3_endpoint, *value("s3_endpoint"), url_form("s3_endpoint")),
        _admit(grammar.region_name, *value("signing_region"), grammar.REGION_FORM),
    )


def _unfilled(shared: Mapping[str, str]) -> Placeholders:
    """Keep what a site without a region does know; `FIXME` itself is never shown."""
    template = shared.get("s3_endpoint", "")
    signing = shared.get("signing_region", "")
    fixme = NOT_CONFIGURED.lower()
    return _general(
        template if REGION in template and fixme not in template.lower() else "",
        signing if REGION not in signing and fixme not in signing.lower() else "",
    )


def _general(endpoint_template: str, signing_region: str) -> Placeholders:
    """Write names in angle brackets for what differs from region to region."""
    region = PLACEHOLDERS.region
    endpoint = _tidy(fill_region(endpoint_template, region)) or PLACEHOLDERS.endpoint
    host = _host(endpoint) if endpoint_template else PLACEHOLDERS.host
    if endpoint_template:
        parts = _parts(endpoint)
    else:
        parts = ("<s3-hostname>", "<s3-port>", "https", "true")
    return Placeholders(
        region, region, endpoint, host, signing_region or region, *parts, "<keystone-url>"
    )


def _tidy(endpoint: str) -> str:
    """Write an endpoint as the grammar does, for one that may hold a placeholder."""
    return endpoint.lower().removesuffix("/")


def _host(endpoint: str) -> str:
    return endpoint.partition("://")[2]


def _parts(endpoint: str) -> tuple[str, str, str, str]:
    """Cut an endpoint into its host, its port and its scheme, and say whether that is https."""
    scheme, _, host = endpoint.partition("://")
    name, colon, port = host.rpartition(":")
    if not colon or not port.isdigit():  # A name of IPv6 ends in a bracket.
        name, port = host, "443" if scheme == "https" else "80"
    return name, port, scheme, "true" if scheme == "https" else "false"


def _with_region(form: str) -> str:
    return f"{form}, with {REGION} where the region goes"


def _admit(check: Callable[[str], str], path: str, value: str, expected: str) -> str:
    try:
        return check(value)
    except Refused as refused:
        raise option_error(path, value, str(refused), expected) from refused
