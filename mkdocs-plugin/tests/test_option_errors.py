"""Every wrong option stops the build, with one message that is asserted whole."""

from enum import Enum
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.options.declared import NAMES
from written_site import OPTIONS, Site, told

KEYSTONE = "Expected: https://HOST:PORT/v3, with {region} where the region goes."
S3 = "Expected: https://HOST:PORT, with {region} where the region goes."
NAME = "Expected: at most 64 letters, digits, '.', '-' and '_', beginning with a letter or a digit."
JINJA = (
    "Expected: Jinja with the keys of extra: in mkdocs.yml "
    "(Keyfill's own {region} has single braces)."
)
REGIONS = "Expected: a list of region names, or a mapping of region names to their options."
TEXT = "Expected: text; put it in quotes if YAML reads it as something else."
SEEN = "Expected: text without invisible characters."
OWN = "keystone_url, s3_endpoint, signing_region"
ALL = ", ".join(NAMES)
CLIENTS = "Expected: a list of clients, in the order of the tabs"
LISTED = "Expected: a region name, or one name with its options indented below it."


class Missing(Enum):
    """In the place of an option that is left out; its name is the same in every process."""

    MISSING = "missing"


MISSING = Missing.MISSING

CASES: list[tuple[dict[str, Any], str, str]] = [
    # Unknown options.
    (
        {"keystone_uri": "https://x"},
        "keystone_uri",
        "'https://x' is set for an unknown option; "
        f"did you mean 'keystone_url'? Expected: one of {ALL}.",
    ),
    (
        {"zzz": 1},
        "zzz",
        f"1 is set for an unknown option. Expected: one of {ALL}.",
    ),
    (
        {"regions": {"Kna1": {"s3_endpiont": "x"}}},
        "regions.Kna1.s3_endpiont",
        f"'x' is set for an unknown option; did you mean 's3_endpoint'? Expected: one of {OWN}.",
    ),
    # Missing, empty and of a wrong type.
    ({"regions": MISSING}, "regions", f"it is missing. {REGIONS}"),
    ({"regions": []}, "regions", f"[] is empty. {REGIONS}"),
    ({"regions": {}}, "regions", f"{{}} is empty. {REGIONS}"),
    ({"regions": "Kna1"}, "regions", f"'Kna1' is neither a list nor a mapping. {REGIONS}"),
    ({"regions": ["Kna1", 2]}, "regions[1]", f"2 is not text. {TEXT}"),
    ({"regions": {False: {}}}, "regions.False", f"false is not text. {TEXT}"),
    (
        {"regions": {"Kna1": "https://x"}},
        "regions.Kna1",
        f"'https://x' is not a mapping. Expected: a mapping with any of {OWN}.",
    ),
    (
        {"regions": [{"Kna1": None, "s3_endpoint": "https://x"}]},
        "regions[0]",
        f"{{'Kna1': None, 's3_endpoint': 'https://x'}} has 2 keys. {LISTED}",
    ),
    (
        {"regions": [{"Kna1": {"s3_endpoint": None}}]},
        "regions[0].Kna1.s3_endpoint",
        f"it has no value. {TEXT}",
    ),
    ({"keystone_url": MISSING}, "keystone_url", f"it is missing. {KEYSTONE}"),
    ({"s3_endpoint": MISSING}, "s3_endpoint", f"it is missing. {S3}"),
    ({"s3_endpoint": 5}, "s3_endpoint", f"5 is not text. {TEXT}"),
    ({"brand": ["x"]}, "brand", f"['x'] is not text. {TEXT}"),
    (
        {"brand": " "},
        "brand",
        "'' is empty. Expected: the name of the cloud, 1 to 128 characters.",
    ),
    (
        {"brand": "x" * 129},
        "brand",
        f"'{'x' * 129}' has 129 characters. Expected: the name of the cloud, 1 to 128 characters.",
    ),
    ({"clients": []}, "clients", f"[] is empty. {CLIENTS}."),
    ({"clients": "aws"}, "clients", f"'aws' is not a list. {CLIENTS}."),
    ({"clients": [None]}, "clients[0]", f"it has no value. {TEXT}"),
    # Clients.
    (
        {"clients": ["aws", "s3cdm"]},
        "clients[1]",
        "'s3cdm' is not a known client; did you mean 's3cmd'? Expected: one of aws, mc, s3cmd.",
    ),
    (
        {"clients": ["ftp"]},
        "clients[0]",
        "'ftp' is not a known client. Expected: one of aws, mc, s3cmd.",
    ),
    (
        {"clients": ["aws", "mc", "aws"]},
        "clients[2]",
        f"'aws' is listed twice. {CLIENTS}, each once.",
    ),
    # Regions.
    ({"regions": ["a b"]}, "regions[0]", f"'a b' is not a valid region name. {NAME}"),
    ({"regions": {"-x": {}}}, "regions.-x", f"'-x' is not a valid region name. {NAME}"),
    ({"regions": ["å"]}, "regions[0]", f"'å' is not a valid region name. {NAME}"),
    (
        {"regions": ["Kna1", "kna1"]},
        "regions[1]",
        "'kna1' has the same profile name 'kna1' as 'Kna1'. Expected: each region once.",
    ),
    (
        {"regions": {"eu.west": {}, "eu-west": {}}},
        "regions.eu-west",
        "'eu-west' has the same profile name 'eu-west' as 'eu.west'. Expected: each region once.",
    ),
    (
        {"regions": ["1a", "r1a"]},
        "regions[1]",
        "'r1a' has the same profile name 'r1a' as '1a'. Expected: each region once.",
    ),
    ({"signing_region": "$x"}, "signing_region", f"'$x' is not a valid region name. {NAME}"),
    # URLs.
    ({"keystone_url": "http://x"}, "keystone_url", f"'http://x' is not https. {KEYSTONE}"),
    (
        {"keystone_url": "http://127.0.0.1.example/v3"},
        "keystone_url",
        f"'http://127.0.0.1.example/v3' is not https. {KEYSTONE}",
    ),
    (
        {"keystone_url": "https://{region}.example"},
        "keystone_url",
        f"'https://Kna1.example' does not end in /v3. {KEYSTONE}",
    ),
    ({"s3_endpoint": "s3.example"}, "s3_endpoint", f"'s3.example' is not https. {S3}"),
    (
        {"s3_endpoint": "https://s3.example/{region}"},
        "s3_endpoint",
        f"'https://s3.example/Kna1' has a path. {S3}",
    ),
    (
        {"s3_endpoint": "https://u:p@s3.example"},
        "s3_endpoint",
        f"'https://u:p@s3.example' has a user name. {S3}",
    ),
    (
        {"s3_endpoint": "https://s3.example?x"},
        "s3_endpoint",
        f"'https://s3.example?x' has a query. {S3}",
    ),
    (
        {"s3_endpoint": "https://s3.example#x"},
        "s3_endpoint",
        f"'https://s3.example#x' has a fragment. {S3}",
    ),
    (
        {"s3_endpoint": "https://{regio}.example"},
        "s3_endpoint",
        f"'https://{{regio}}.example' has no valid host ('{{regio}}.example'). {S3}",
    ),
    (
        {"s3_endpoint": "https://{.example"},
        "s3_endpoint",
        f"'https://{{.example' has no valid host ('{{.example'). {S3}",
    ),
    (
        {"s3_endpoint": "https://s3.example:99999"},
        "s3_endpoint",
        f"'https://s3.example:99999' has no valid port ('99999'). {S3}",
    ),
    (
        {"regions": {"Kna1": {"s3_endpoint": "http://{region}"}}},
        "regions.Kna1.s3_endpoint",
        "'http://Kna1' is not https. Expected: https://HOST:PORT.",
    ),
    (
        {"regions": ["Kna1", "Fra1"], "s3_endpoint": "https://s3.example"},
        "s3_endpoint",
        "'https://s3.example' has no {region} and is used for several regions (Kna1, Fra1). "
        f"{S3[:-1]}, or s3_endpoint under each region.",
    ),
    # Jinja.
    (
        {"s3_endpoint": "https://s3.{{ extra.domian }}"},
        "s3_endpoint",
        "'https://s3.{{ extra.domian }}' cannot be resolved: "
        f"'dict object' has no attribute 'domian'. {JINJA}",
    ),
    (
        {"keystone_url": "https://{{region}}/v3"},
        "keystone_url",
        f"'https://{{{{region}}}}/v3' cannot be resolved: 'region' is undefined. {JINJA}",
    ),
    (
        {"regions": [{"Kna1": {"signing_region": "{{ empty }}"}}]},
        "regions[0].Kna1.signing_region",
        f"'{{{{ empty }}}}' cannot be resolved: a name in it has no value. {JINJA}",
    ),
    (
        {"brand": "{{ 1 / 0 }}"},
        "brand",
        f"'{{{{ 1 / 0 }}}}' cannot be resolved: division by zero. {JINJA}",
    ),
    (
        {"brand": "{{ ''.__class__ }}"},
        "brand",
        "\"{{ ''.__class__ }}\" cannot be resolved: "
        f"access to attribute '__class__' of 'str' object is unsafe. {JINJA}",
    ),
    # Characters that cannot be seen.
    (
        {"brand": "Aur\u202eora"},
        "brand",
        f"'Aur\\u202eora' contains the control or invisible character U+202E. {SEEN}",
    ),
    (
        {"regions": ["Kna1\u200b"]},
        "regions[0]",
        f"'Kna1\\u200b' contains the control or invisible character U+200B. {SEEN}",
    ),
    (
        {"clients": ["aws\t"]},
        "clients[0]",
        f"'aws\\t' contains the control or invisible character U+0009. {SEEN}",
    ),
]


@pytest.mark.parametrize(("change", "option", "message"), CASES, ids=lambda value: str(value)[:40])
def test_a_wrong_option_is_named(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    change: dict[str, Any],
    option: str,
    message: str,
) -> None:
    options = {**OPTIONS, **change}
    options = {key: value for key, value in options.items() if value is not MISSING}
    with pytest.raises(Abort):
        site.build(options, extra={"domain": "x", "empty": None})
    assert told(caplog) == f"Plugin 'keyfill' option '{option}': {message}"


def test_a_site_name_as_the_brand_is_checked_too(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site.build(site_name="Aurora\x07")
    assert told(caplog) == (
        "Plugin 'keyfill' option 'brand': 'Aurora\\x07' contains the control or invisible "
        "character "
        "U+0007. Expected: the name of the cloud, 1 to 128 characters."
    )


def test_a_long_value_is_cut(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "regions": ["x" * 5000]})
    assert told(caplog) == (
        f"Plugin 'keyfill' option 'regions[0]': '{'x' * 159}... is not a valid region name. {NAME}"
    )
