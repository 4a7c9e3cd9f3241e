"""Packs as Python values, and the schemas that describe them. For schema_test.py."""

import json
import re
from pathlib import Path

import jsonschema

KINDS = ("injects", "decisions", "actions", "rules", "outputs", "endings", "policies")
_COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.S)


def _once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name stands twice")
    return dict(pairs)


def parse(data):
    """JSON with comments; raises ValueError for what no JSON reader would take."""
    return json.loads(_COMMENT.sub(lambda m: m.group(1) or "", data.decode("utf-8")), object_pairs_hook=_once)


def read_folder(folder):
    """{name relative to the folder: bytes} of every JSON file."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(Path(folder).rglob("*.json"))}


def kinds_of(files):
    """{name: schema} of the files that packs and companies are made of; what no readable pack names is left out."""
    kinds = {name: "company" for name in files if "companies" in Path(name).parts[:-1]}
    for name in files:
        if Path(name).name != "pack.json":
            continue
        kinds[name] = "pack"
        try:
            pack = parse(files[name])
            for session in pack.get("session", {}).get("files", ()):
                kinds[str(Path(name).parent / session)] = "session"
            for drill in pack.get("drills", ()):
                kinds[str(Path(name).parent / drill["playbook"])] = "playbook"
                for story in drill["story"]:
                    kinds[str(Path(name).parent / story)] = Path(story).stem if Path(story).stem in KINDS else "story"
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return {name: kind for name, kind in kinds.items() if name in files}


def _expanded(text):
    return re.sub("«(.*?)\\*(\\d+)»".encode(), lambda m: m.group(1) * int(m.group(2)), text, flags=re.S)


def broken(base, edits):
    """The files of `base` after edit.txt: see tests/support/broken_packs.hpp."""
    files = dict(base)
    for block in edits.strip(b"\n").split(b"\n\n"):
        name, *lines = block.split(b"\n")
        old = b"\n".join(line[2:] for line in lines if line.startswith(b"- "))
        new = _expanded(b"\n".join(line[2:] for line in lines if line.startswith(b"+ ")))
        name = name.decode()
        files[name] = files[name].replace(old, new, 1) if old else new
    return files


class Schemas:
    """All schemas of a folder, by name, and whole-file validation."""

    def __init__(self, folder):
        self.documents = {f.name: json.loads(f.read_bytes()) for f in sorted(Path(folder).glob("*.schema.json"))}
        base = "file:///schema/"  # nothing is fetched: every document is in the store
        store = {base + name: document for name, document in self.documents.items()}
        self._validators = {}
        for name, document in self.documents.items():
            jsonschema.Draft202012Validator.check_schema(document)
            resolver = jsonschema.RefResolver(base + name, document, store=store)
            checker = jsonschema.FormatChecker(formats=["date"])
            self._validators[name] = jsonschema.Draft202012Validator(document, resolver=resolver, format_checker=checker)

    def refuses(self, kind, value):
        """Why the value is none of this kind, or nothing."""
        error = next(self._validators[kind + ".schema.json"].iter_errors(value), None)
        return error and f"{error.json_path}: {error.message}"

    def resolved(self, node, document):
        """The node that a reference leads to (what stands beside the reference is laid over it), and its document."""
        while "$ref" in node:
            name, _, pointer = node["$ref"].partition("#")
            beside = {key: value for key, value in node.items() if key != "$ref"}
            document = name or document
            target = self.documents[document]
            for part in pointer.split("/")[1:]:
                target = target[part]
            node = {**target, **beside}
            beside.clear()
        return node, document
