"""Cuts clients.json into the files that pages fetch: client_files.py CLIENTS_JSON [DIR]

Without a folder it prints their names.
"""

import importlib.util
import json
import sys
from pathlib import Path

CLIENT = Path(__file__).parents[1] / "mkdocs-plugin/src/mkdocs_keyfill/clients/client.py"

# The plugin itself may have needs that are not installed where the app is built.
spec = importlib.util.spec_from_file_location("client", CLIENT)
client = importlib.util.module_from_spec(spec)
sys.modules["client"] = client
spec.loader.exec_module(client)

data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
for raw in (*data["clients"], data["files"]):
    for name, text in client.from_data(raw).files(raw["id"]).items():
        if sys.argv[2:]:
            Path(sys.argv[2], name).write_text(text, encoding="utf-8")
        else:
            print(name)
