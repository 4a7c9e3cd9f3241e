"""Small wrong changes to a pack, found by walking its schemas. For schema_test.py.

Every change is told to the loader and to the schemas, which have to agree. `collect` marks the changes after which the
loader lists the names that it knows, at that place.
"""

import copy
import json
from dataclasses import dataclass, field, replace

STRANGE = "zzzzzzzz"  # near to no name
TIED = {"count", "edr"}  # a group has no more hosts with EDR than hosts: a bound that no schema can say
SUMMED = {"/hosts", "/drills/0/story", "/session/files", "/policies", "/scales", "/activities"}  # counted over groups or files: full before the list is


@dataclass
class Site:
    file: str
    path: tuple
    value: object
    node: dict      # its schema, references resolved
    document: str
    root: object    # the whole file, in which it stands
    kind: str = ""  # of the whole file
    under: str = ""  # the kind of the nearest thing around it whose kind decides what it may hold


@dataclass
class Change:
    file: str
    root: object
    pointer: str
    what: str
    collect: dict = None   # the schema node whose names the loader will list
    must: bool = None      # True: both refuse; None: whatever, but the same
    codes: set = field(default_factory=set)


def pointer_of(path):
    return "".join("/" + str(part) for part in path)


def replaced(root, path, value):
    """A copy of the root with another value at the path; STRANGE keys are added, `...` takes the member away."""
    if not path:
        return value
    made = copy.copy(root)
    if value is ... and len(path) == 1:
        del made[path[0]]
    else:
        inner = made[path[0]] if isinstance(made, list) or path[0] in made else {}
        made[path[0]] = replaced(inner, path[1:], value) if len(path) > 1 else value
    return made


def _fits(branch, value):
    if "const" in branch:
        return branch["const"] == value
    if branch.get("type") == "object":
        return isinstance(value, dict) and set(branch.get("required", ())) <= set(value)
    return branch.get("type") == "string" and isinstance(value, str)


class Walker:
    def __init__(self, schemas):
        self.schemas = schemas

    def sites(self, file, kind, root):
        document = kind + ".schema.json"
        yield from self._below(Site(file, (), root, {"$ref": document}, document, root, kind))

    def _below(self, site):
        node, document = self.schemas.resolved(site.node, site.document)
        here = replace(site, node=node, document=document)
        if "properties" not in node and "oneOf" in node:
            for branch in node["oneOf"]:
                if _fits(self.schemas.resolved(branch, document)[0], site.value):
                    yield from self._below(replace(site, node=branch, document=document))
            return
        yield here
        yield from self._children(here)

    def _children(self, site):
        if isinstance(site.value, dict):
            if any("if" in rule for rule in site.node.get("allOf", ())):
                site = replace(site, under=str(site.value.get("kind")))
            for name, value in site.value.items():
                inner = site.node.get("properties", {}).get(name, site.node.get("additionalProperties"))
                if isinstance(inner, dict):
                    yield from self._below(replace(site, path=site.path + (name,), value=value, node=inner))
        elif isinstance(site.value, list) and "items" in site.node:
            for i, value in enumerate(site.value):
                yield from self._below(replace(site, path=site.path + (i,), value=value, node=site.node["items"]))

    def sample(self, node, document):
        """Some value of this schema's form; its names need not exist."""
        node, document = self.schemas.resolved(node, document)
        for key in ("examples", "enum"):
            if key in node:
                return node[key][0]
        if "const" in node:
            return node["const"]
        kind = node.get("type")
        if kind == "object":
            inner = node.get("properties", {})
            return {name: self.sample(inner[name], document) for name in node.get("required", ())}
        if kind == "array":
            return [self.sample(node["items"], document)]
        return {"boolean": True, "integer": node.get("minimum", 0), "string": "text"}.get(kind)

    def with_member(self, site, name, value):
        return replaced(site.root, site.path + (name,), value)

    # --- changes

    def changes(self, site):
        """Every change at one site, not below it."""
        yield from self._of_another_type(site)
        if isinstance(site.value, dict) and "properties" in site.node:
            yield from self._members(site)
        if isinstance(site.value, list):
            yield from self._sizes(site)
        if isinstance(site.value, str):
            yield from self._texts(site)
        if isinstance(site.value, int) and "maximum" in site.node:
            yield from self._bounds(site)

    def _change(self, site, value, what, **more):
        return Change(site.file, replaced(site.root, site.path, value), pointer_of(site.path), what, **more)

    def _of_another_type(self, site):
        for value in (None, 7 if isinstance(site.value, bool) else True, [] if isinstance(site.value, str) else "text"):
            if value != site.value:
                yield self._change(site, value, f"becomes {json.dumps(value)}")

    def _members(self, site):
        known = site.node["properties"]
        yield self._strange(site, site.value)
        for name in site.value:
            if name in known and name not in TIED:
                yield self._change(replace(site, path=site.path + (name,)), ..., "is left out")
        for name, inner in known.items():
            if inner is False:
                continue
            sample = self.sample(inner, site.document)
            if name not in site.value and sample is not None:
                yield self._change(site, {**site.value, name: sample}, f"gets {name}")
            if site.node.get("maxProperties") == 1:
                yield self._change(site, {name: sample}, f"is of {name}")
                yield self._strange(site, {name: sample})
            for choice in self.schemas.resolved(inner, site.document)[0].get("enum", ()):
                yield self._change(site, {**site.value, name: choice}, f"has {name}: {choice}")
                if {"allOf", "dependentSchemas"} & set(site.node):  # choices that may steer what is known
                    yield self._strange(site, {**site.value, name: choice})

    def _strange(self, site, value):
        return self._change(site, {**value, STRANGE: 1}, "gets an unknown member", collect=site.node, must=True)

    def _sizes(self, site):
        filler = site.value[-1] if site.value else self.sample(site.node["items"], site.document)

        def filled(size):
            made = site.value[:size]
            for i in range(size - len(made)):
                fresh = {**filler, "id": f"fresh-{i}"} if isinstance(filler, dict) and "id" in filler else filler
                made.append(f"fresh-{i}" if site.path == ("flags",) else fresh)
            return made

        if site.node.get("minItems", 0) > 0:
            yield self._change(site, filled(site.node["minItems"] - 1), "has too few elements", must=True)
        if "maxItems" in site.node:
            if pointer_of(site.path) not in SUMMED:
                yield self._change(site, filled(site.node["maxItems"]), "is full")
            yield self._change(site, filled(site.node["maxItems"] + 1), "has too many elements", must=True)

    def _texts(self, site):
        if "enum" in site.node or "const" in site.node:
            yield self._change(site, STRANGE, "is an unknown name", collect=site.node, must=True)
        if "pattern" in site.node:
            yield self._change(site, "no such form", "has another form", must=True)
        if site.node.get("minLength"):
            yield self._change(site, "", "is empty", must=True)
        if "maxLength" in site.node:
            yield self._change(site, "x" * (site.node["maxLength"] + 1), "is too long", must=True)

    def _bounds(self, site):
        for value in (site.node["minimum"] - 1, site.node["maximum"] + 1):
            yield self._change(site, value, f"becomes {value}", must=True)
        for value in (site.node["minimum"], site.node["maximum"]):
            if site.path[-1] not in TIED:
                yield self._change(site, value, f"becomes {value}")


def all_objects(node):
    """Every object schema that lists its members, wherever it stands."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            yield node
        for inner in node.values():
            yield from all_objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from all_objects(inner)
