"""Makes very many EC2 credentials: `python -m stack.fill`, started by `Stack.fill_credentials`.

It runs beside the server and writes to its database: 10,000 requests would take minutes.
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from typing import Any


def main() -> None:
    os.environ["OS_KEYSTONE_CONFIG_DIR"], user_id, project_id, count = sys.argv[1:]
    # Keystone takes the command line for its own as soon as it is imported.
    sys.argv = ["keystone"]

    from keystone.common import provider_api, sql
    from keystone.credential.backends.sql import CredentialModel
    from keystone.server.wsgi import initialize_public_application

    initialize_public_application()
    api: Any = provider_api.ProviderAPIs.credential_api
    made = (_credential(user_id, project_id) for _ in range(int(count)))
    rows = [CredentialModel.from_dict(api._encrypt_credential(one)) for one in made]
    with sql.session_for_write() as session:
        session.add_all(rows)


def _credential(user_id: str, project_id: str) -> dict[str, Any]:
    """Do what `POST /users/{user_id}/credentials/OS-EC2` does before it stores anything."""
    from keystone.common import utils

    access = uuid.uuid4().hex
    return {
        "id": utils.hash_access_key(access),
        "user_id": user_id,
        "project_id": project_id,
        "type": "ec2",
        "blob": json.dumps({"access": access, "secret": uuid.uuid4().hex, "trust_id": None}),
    }


if __name__ == "__main__":
    main()
