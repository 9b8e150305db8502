#!/usr/bin/env python3
"""Holds the schema against a public validator (python-jsonschema).

usage: schema_test.py SCHEMA, the file that `stateless-tidy rules schema` prints.

The schema itself must be valid, it must accept every shipped pack and every
rule file of test-fixtures/rules without an expected error, and refuse every
one with an expected error, unless the file says that the schema cannot see
its mistake ("# schema: accepts"). Exits with 77 where the validator is missing.
"""
import json
import pathlib
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

RULES = pathlib.Path(__file__).resolve().parent
FIXTURES = RULES.parent / "test-fixtures" / "rules"


class Loader(yaml.SafeLoader):
    """Keeps days as text, as the rules do."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def accepts(validator, text):
    try:
        return not list(validator.iter_errors(yaml.load(text, Loader)))
    except yaml.YAMLError:
        return False


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    expected = {path: True for path in (RULES / "packs").rglob("*.yaml")}
    for path in FIXTURES.glob("*.yaml"):
        text = path.read_text(errors="replace")
        expected[path] = "# expect-error:" not in text or "# schema: accepts" in text
    failures = 0
    for path, wanted in sorted(expected.items()):
        if accepts(validator, path.read_text(errors="replace")) != wanted:
            print(f"{path}: expected the schema to {'accept' if wanted else 'refuse'} it")
            failures += 1
    print(f"{len(expected)} files, {failures} failures")
    if not FIXTURES.is_dir() or len(expected) < 10:
        print("fixtures are missing")
        failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
