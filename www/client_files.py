"""Cuts clients.json into one file for each client: python3 client_files.py CLIENTS_JSON DIR"""

import json
import sys
from pathlib import Path

clients, folder = map(Path, sys.argv[1:])
for client in json.loads(clients.read_text(encoding="utf-8"))["clients"]:
    text = json.dumps(client, ensure_ascii=False, separators=(",", ":"))
    (folder / f"client-{client['id']}.json").write_text(text, encoding="utf-8")
