#!/usr/bin/env python3
"""The schemas for editors, held to the loader by an independent validator.

schema_test.py SOURCE_FOLDER SONAE: what is shipped fits its schema; broken packs whose fault is one of form are refused
by both; and after each of some thousand small changes to the small pack, loader and schemas agree, member by member,
name by name, bound by bound.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
from pack_files import Schemas, broken, kinds_of, parse, read_folder
from pack_mutations import STRANGE, Walker, all_objects

SOURCE, SONAE = Path(sys.argv[1]), sys.argv[2]
SCHEMAS = Schemas(SOURCE / "scenarios/schema")
BROKEN = SOURCE / "tests/packs_broken"
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # some ten thousand small files

# Faults that a schema can see: of form, not of meaning.
FORM = {
    "array.size", "decision.options", "effect.writes_result", "expression.too_long", "field.missing", "field.type",
    "field.unknown", "format.newer", "format.older", "limit.too_many", "number.fraction", "number.too_large",
    "option.source", "text.empty", "text.missing_ja", "text.too_long", "trigger.filter", "value.attack_id", "value.clock", "value.date",
    "value.days", "value.delay", "value.duration", "value.moment", "value.range", "value.slug", "value.unknown_name",
}
# Their broken packs are wrong in a way that no schema can say: a text too wide, an expression too long by its words, times
# that don't ascend.
UNSEEN = {"text.too_long", "value.delay"}

FAULT = re.compile(r"^(?P<file>[^:\n]+):\d+:\d+: error\[(?P<code>[^]]+)\]:(?: (?P<pointer>/\S*):)?", re.M)


def refused(files):
    """{name: why} of the files that their schemas refuse."""
    whys = {}
    for name, kind in kinds_of(files).items():
        try:
            why = SCHEMAS.refuses(kind, parse(files[name]))
        except ValueError as error:
            why = str(error)
        if why:
            whys[name] = why
    return whys


def checked(folder):
    """What `sonae check` says of a folder: faults as (file, code, pointer, hint)."""
    run = subprocess.run([SONAE, "--lang", "en", "check", str(folder)], capture_output=True, text=True, timeout=300)
    if run.returncode not in (0, 1):
        raise AssertionError(f"sonae check ended with {run.returncode}: {run.stderr}")
    lines = run.stdout.splitlines()
    faults = []
    for line, after in zip(lines, lines[1:] + [""]):
        if fault := FAULT.match(line):
            name = str(Path(fault["file"]).relative_to(folder)) if fault["file"].startswith(str(folder)) else fault["file"]
            faults.append((name, fault["code"], fault["pointer"] or "", after.strip() if after.startswith("  hint:") else ""))
    return faults


class Shipped(unittest.TestCase):
    def test_every_shipped_pack_and_company_fits_its_schema(self):
        for folder in (SOURCE / "scenarios", BROKEN / "_base"):
            files = {name: data for name, data in read_folder(folder).items() if not name.startswith("schema")}
            self.assertGreater(len(kinds_of(files)), 3)
            self.assertEqual({}, refused(files))

    def test_every_schema_speaks_to_authors(self):
        for name, document in SCHEMAS.documents.items():
            self.assertTrue(document.get("title") and document.get("description"), name)


class Broken(unittest.TestCase):
    def test_faults_of_form_are_seen_by_the_schemas_too(self):
        base = read_folder(BROKEN / "_base")
        for folder in sorted(f for f in BROKEN.iterdir() if f.name != "_base"):
            whys = refused(broken(base, (folder / "edit.txt").read_bytes()))
            with self.subTest(folder.name):
                if folder.name in FORM - UNSEEN:
                    self.assertTrue(whys, "the schema takes it")
                elif not folder.name.startswith(("json.", "diagnostics.")):
                    self.assertEqual({}, whys)


class Loader:
    """Tells changed packs to `sonae check`, many at a time."""

    def __init__(self, base, kinds):
        self.files = {name: parse(base[name]) for name in kinds}

    def judge(self, changes, together=40):
        for first in range(0, len(changes), together):
            self._judge(changes[first:first + together])

    def _judge(self, changes):
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            for i, change in enumerate(changes):
                pack = change.file.split("/")[0]  # the others have nothing to do with it
                near = {name: value for name, value in self.files.items() if name.split("/")[0] in (pack, "companies")}
                for name, value in {**near, change.file: change.root}.items():
                    path = Path(folder) / f"p{i:04}" / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(json.dumps(value, ensure_ascii=False))
            faults = checked(folder)
        if any(code == "diagnostics.more" for _, code, _, _ in faults) and len(changes) > 1:
            for change in changes:  # what one of them did flooded the others
                self._judge([change])
            return
        for name, code, pointer, hint in faults:
            change = changes[int(Path(name).parts[0][1:])]
            change.codes.add(code)
            if change.collect is not None and pointer in (change.pointer, f"{change.pointer}/{STRANGE}"):
                change.names = set(hint.partition("known names: ")[2].split(", ")) - {""}


def kind_of_site(site):
    """Sites of the same kind need one visit: the same schema, and the same members that steer its conditions."""
    steering = ("on", "by", "kind", "type", "set", "clear", "deliver", "ask", "do", "first")
    values = site.value if isinstance(site.value, dict) else {}
    return (id(site.node.get("properties") or site.node.get("items")), json.dumps(site.node, sort_keys=True), site.under,
            tuple((key, str(values[key]) if key in ("on", "kind", "type") else "") for key in steering if key in values))


def first_sites(walker, sites, seen):
    """One site of each kind, also of those that only a sample of a left-out member has."""
    for site in sites:
        if (kind := kind_of_site(site)) in seen:
            continue
        seen.add(kind)
        yield site
        if not isinstance(site.value, dict):
            continue
        for name, inner in site.node.get("properties", {}).items():
            sample = None if inner is False or name in site.value else walker.sample(inner, site.document)
            if sample is None:
                continue
            root = walker.with_member(site, name, sample)
            below = [s for s in walker.sites(site.file, site.kind, root) if s.path[:len(site.path) + 1] == site.path + (name,)]
            yield from first_sites(walker, below, seen)


class Held(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        base = read_folder(BROKEN / "_base")
        cls.kinds = kinds_of(base)
        loader, walker = Loader(base, cls.kinds), Walker(SCHEMAS)
        cls.changes, seen = [], set()
        for name, kind in cls.kinds.items():
            for site in first_sites(walker, walker.sites(name, kind, loader.files[name]), seen):
                cls.changes += walker.changes(site)
        loader.judge(cls.changes)

    def test_loader_and_schemas_agree_on_every_small_change(self):
        self.assertGreater(len(self.changes), 1000)
        for change in self.changes:
            why = SCHEMAS.refuses(self.kinds[change.file], change.root)
            with self.subTest(f"{change.file}: {change.pointer or '/'} {change.what}"):
                self.assertEqual(bool(why), bool(change.codes & FORM), f"schema: {why}; loader: {sorted(change.codes)}")
                if change.must:
                    self.assertTrue(why)

    def test_the_loader_knows_the_names_that_the_schemas_list(self):
        known, listed = defaultdict(set), {}
        for change in self.changes:
            if change.collect is None or not (names := getattr(change, "names", None)):
                continue
            node = change.collect
            words = node.get("properties") or node.get("enum") or [node["const"]]
            listed[id(words)] = {word for word in words}
            known[id(words)] |= names
        self.assertGreater(len(listed), 50)
        for key, names in known.items():
            self.assertEqual(sorted(listed[key]), sorted(names))
        for document in SCHEMAS.documents.values():
            for node in all_objects(document):
                if not {"triangular", "quantiles"} & set(node["properties"]):  # the loader takes these as a whole
                    self.assertIn(id(node["properties"]), known, f"never tried: {list(node['properties'])}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
