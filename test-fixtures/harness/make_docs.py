#!/usr/bin/env python3
"""Writes docs/checks/<id>.md from what the tool prints of its rules.

The pages say what rules/packs/default.yaml says and nothing else; the same
rules give the same bytes. It must not know YAML or any check.

    make_docs.py [--check] [--output FOLDER]
"""

import argparse
import os
import re
import sys

import tool

DOCS = os.path.join(os.path.dirname(tool.FIXTURES), "docs", "checks")


_SECTIONS = {"Why": "why", "Instead": "instead", "A finding": "bad",
             "In order": "ok"}


def _asked(*arguments):
    result = tool.run_tool(arguments, tool.FIXTURES)
    if result.returncode != 0:
        raise tool.ToolFailure(f"{' '.join(arguments)}: exit code "
                               f"{result.returncode}:\n{result.stdout}"
                               f"{result.stderr}")
    return result.stdout


def read_explanation(text):
    """What `explain CHECK` says, by parts; a part may be missing."""
    head, *rest = text.splitlines()
    m = re.match(r"(\S+) \((\w+) by default\)$", head)
    if not m:
        raise tool.ToolFailure(f"explain begins with '{head}'")
    parts, key = {"summary": []}, "summary"
    for line in rest:
        title = line.removesuffix(":")
        if line.endswith(":") and title in _SECTIONS:
            key = _SECTIONS[title]
            parts[key] = []
        else:
            parts[key].append(line.removeprefix("  "))
    return {"id": m[1], "severity": m[2],
            **{k: "\n".join(v).strip("\n") for k, v in parts.items()}}


def check_rules():
    """What the default rules say of each check, sorted by id."""
    ids = [line.split()[0] for line in _asked("rules", "list").splitlines()]
    checks = [read_explanation(_asked("explain", i)) for i in sorted(ids)]
    for c in checks:
        lacking = [k for k in ("summary", "why", "instead", "bad", "ok")
                   if not c.get(k, "").strip()]
        if lacking:
            raise tool.ToolFailure(f"the rules of {c['id']} lack "
                                   f"{', '.join(lacking)}")
    return checks


def _code(text):
    return f"```cpp\n{text.strip(chr(10))}\n```"


def _prose(text):
    """Paragraphs without the line breaks and blanks of the YAML source."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join("\n".join(line.rstrip() for line in p.splitlines())
                       for p in paragraphs)


def page(check):
    """The page of one check, as text."""
    name = check["id"]
    return f"""\
<!-- From rules/packs/default.yaml by test-fixtures/harness/make_docs.py. -->
# {name}

{_sentence(check["summary"])} Default severity: {check["severity"]}.

## Why

{_prose(check["why"])}

## What is found

{_code(check["bad"])}

## What is in order

{_code(check["ok"])}

## What to do instead

{_prose(check["instead"])}

## Where it is meant to be so

On one line: `// NOLINT({name})`. As a record that names a reason and an owner,
in `.stateless-tidy.yaml`:

```yaml
exceptions:
  - check: {name}
    symbol: "app::example::*"
    reason: "Say why this state may live in the process"
    owner: team
    expires: 2030-12-31
```
"""


def _sentence(text):
    text = " ".join(text.split())
    return text[:1].upper() + text[1:].rstrip(".") + "."


def pages():
    return {f"{c['id']}.md": page(c) for c in check_rules()}


def stale(folder, wanted):
    """What differs between FOLDER and the WANTED pages, as texts."""
    there = {n for n in os.listdir(folder) if n.endswith(".md")} \
        if os.path.isdir(folder) else set()
    faults = [f"{n}: no such check" for n in sorted(there - set(wanted))]
    for name, text in wanted.items():
        path = os.path.join(folder, name)
        if name not in there:
            faults.append(f"{name} is missing")
            continue
        with open(path, encoding="utf-8", newline="") as f:
            if f.read() != text:
                faults.append(f"{name} is not what the rules say")
    return faults


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true",
                        help="write nothing; fail if a page is not current")
    parser.add_argument("--output", default=DOCS, metavar="FOLDER")
    options = parser.parse_args(argv)
    try:
        wanted = pages()
    except tool.ToolFailure as e:
        print(e)
        return 1
    if options.check:
        faults = stale(options.output, wanted)
        for fault in faults:
            print(f"{fault}: run test-fixtures/harness/make_docs.py")
        return 1 if faults else 0
    os.makedirs(options.output, exist_ok=True)
    for name, text in wanted.items():
        with open(os.path.join(options.output, name), "w", encoding="utf-8",
                  newline="") as f:
            f.write(text)
    print(f"{len(wanted)} pages in {options.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
