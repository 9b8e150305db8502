#!/usr/bin/env python3
"""Nothing that the tool prints is taken for a command.

A project whose every text is hostile (names of files, literals, comments,
macros, #line, annotations, rules, arguments) goes through every command, and
every byte on stdout and stderr must be innocent: characters that show, on
lines that no CI reads as a command.
"""

import json
import os
import pty
import re
import select
import subprocess
import sys
import unicodedata
import unittest
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle",
           "rdjson", "html")
# Names of files, each with its own trap.
NAMES = (b"::error::x.cpp", b"a\n::error::b.cpp", b" ::warning::c.cpp",
         b"esc\x1b[2J\x1b]0;title\x07.cpp", b"cr\r::error::.cpp",
         "bidi\u202excod\u2066.cpp".encode(), "ls\u2028::error::.cpp".encode(),
         "c1\u009b2J\u0085.cpp".encode(), "zw\u200b\ufeff\U000e0041.cpp".encode(),
         b"##[error]d.cpp", b"##vso[task.complete result=Succeeded].cpp",
         b"##teamcity[testFailed].cpp", b"[x](javascript:alert(1)).cpp",
         b"<img src=x onerror=alert(1)>.cpp", b"bad\xff\xc3(\xed\xa0\x80.cpp")
# What a source says, with a hostile text in each place that reports quote.
SOURCE = rb"""
#include <cstdio>
#define NAME "/var/lib/@X@"
[[clang::annotate("stateless: @X@")]] int Annotated@N@; // @X@
int Excused@N@; // NOLINT(stateless-mutable-global): @X@
/* @X@ */ int Counter@N@; /* @X@ */
const char *Last@N@;
void hit@N@() {
  ++Annotated@N@; ++Excused@N@; ++Counter@N@;
  Last@N@ = "@X@";
  std::fclose(std::fopen(NAME, "w")); /* @X@ */
  std::remove("/srv/@X@");
}
#line 6 "@X@"
int Moved@N@; void move@N@() { ++Moved@N@; }
"""
# Without what ends a comment, a string or a line.
TEXT = ("::error::t \x1b[31m \u202e \u2028 \u009b ##[error] ##vso[x] \u200b "
        "[x](javascript:alert(1)) <b> &amp; ]]> @user").encode() + b" \xff\xfe"
# With line ends and quotes, for YAML and arguments.
LINES = "a\n::error::l \x1b[2J\r \u202e \u2028 \u009b ##[error] [x](javascript:y)"
RULES = {
    "extends": "default",
    "checks": {"stateless-mutable-global": {
        "summary": LINES, "why": LINES, "instead": LINES}},
    "exceptions": [
        {"check": "stateless-mutable-global", "symbol": "Moved*",
         "reason": LINES, "owner": LINES},
        {"check": "stateless-mutable-global", "symbol": LINES, "reason": LINES},
        {"check": "stateless-mutable-global", "path": LINES, "reason": LINES,
         "expires": "2020-01-01"}],
}
COLOURS = re.compile(r"\x1b\[(?:0;1;3[0-7]|1|0)m")
UNUSUAL = re.compile(r"[^\n -~]")
COMMAND = re.compile(r"##[\w-]*\[")
OUR_COMMAND = re.compile(r"::(?:error|warning|notice) (?:[^:]*)::")


def harmless(text):
    """True for a character that may be printed."""
    return text in "\n\t" or unicodedata.category(text) not in (
        "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def traps(data, ours=False):
    """What in DATA is not innocent. OURS: workflow commands of our own may
    begin lines."""
    try:
        text = data.decode()
    except UnicodeDecodeError as e:
        return [f"no UTF-8: {e}"]
    found = [f"U+{ord(m[0]):04X} in {text[max(0, m.start() - 60):m.end() + 20]!r}"
             for m in UNUSUAL.finditer(text) if not harmless(m[0])]
    for line in text.split("\n"):
        if COMMAND.search(line):
            found.append(f"mid-line command: {line!r}")
        if line.lstrip().startswith("::") and not (
                ours and OUR_COMMAND.match(line)):
            found.append(f"command: {line!r}")
    return found[:10]


class HostileTree(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.scratch = tool.Scratch()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.root = os.fsencode(cls.scratch.name) + b"/::warning::tree\x1b"
        os.mkdir(cls.root)
        for number, name in enumerate(NAMES):
            cls.add(name, SOURCE.replace(b"@N@", b"%d" % number)
                    .replace(b"@X@", TEXT))
        cls.add(b"broken::\x1b.cpp", b'#include "\x1b::gone.h"\n')
        cls.add(b"error.cpp", b'#line 3 "' + TEXT + b'"\n#error ' + TEXT)
        cls.names = [*NAMES, b"broken::\x1b.cpp", b"error.cpp"]
        cls.add(b"rules.yaml", json.dumps(RULES).encode())
        cls.add(b"build/compile_commands.json", cls.database())

    @classmethod
    def add(cls, name, data):
        path = os.path.join(cls.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)

    @classmethod
    def database(cls):
        """Written by hand: JSON of Python cannot hold foreign bytes."""
        def quoted(data):
            return b'"%s"' % data.replace(b"\\", b"\\\\").replace(
                b'"', b'\\"').replace(b"\n", b"\\n").replace(
                b"\r", b"\\r").replace(b"\x1b", b"\\u001b").replace(
                b"\x07", b"\\u0007")
        return b"[%s]" % b",\n".join(
            b'{"directory": %s, "file": %s, "arguments": ["c++", '
            b'"-fgcc-only-\\u001b::x", "-c", %s]}' %
            (quoted(cls.root), quoted(name), quoted(b"./" + name))
            for name in cls.names)

    def run_tool(self, *args, exits=(0, 1, 2, 3), ours=False):
        """Runs it in the tree; all that it prints must be innocent."""
        done = subprocess.run(
            [tool.program("STATELESS_TIDY"), *args], cwd=self.root, timeout=300,
            stdin=subprocess.DEVNULL, capture_output=True,
            env={**os.environ, "TERM": "xterm"})
        self.assertIn(done.returncode, exits, (args, done.stderr[-2000:]))
        self.assertEqual(traps(done.stdout, ours), [], args)
        self.assertEqual(traps(done.stderr), [], args)
        return done

    def analysed(self, *args, **more):
        return self.run_tool(*args, "-p", "build", "--rules=rules.yaml",
                             exits=(0, 1, 3), **more)

    # The tree reaches the reports: what is not read cannot harm.

    def test_the_tree_is_read(self):
        found = json.loads(self.analysed("audit", "--format=json").stdout)
        verdicts = found["findings"] + found["suppressed"]
        self.assertGreater(len(verdicts), 5 * (len(NAMES) - 1))
        self.assertTrue(any("\u202e" in v["message"] for v in verdicts))
        self.assertTrue(any(v["file"].startswith("::error") for v in verdicts))
        self.assertEqual({v["suppression"]["kind"] for v in verdicts
                          if "suppression" in v},
                         {"annotation", "exception", "in-source"})
        self.assertEqual(len([p for p in found["problems"] if p["fatal"]]), 2)

    def test_check_in_every_format(self):
        for name in FORMATS:
            with self.subTest(format=name):
                done = self.analysed(f"--format={name}", ours=name == "github")
                self.assertNotEqual(done.stdout, b"")
                self.assertIn(b"gone.h", done.stderr)

    def test_workflow_commands_are_one_for_each_finding(self):
        done = self.analysed("--format=github", ours=True)
        report = json.loads(self.analysed("--format=json").stdout)
        wanted = (len(report["findings"]) + len(report["ruleDiagnostics"]) +
                  len([p for p in report["problems"] if p["fatal"]]))
        self.assertEqual(done.stdout.count(b"\n"), wanted)
        self.assertEqual(len(re.findall(rb"(?m)^::", done.stdout)), wanted)

    def test_audit(self):
        for name in ("text", "json", "html"):
            with self.subTest(format=name):
                self.analysed("audit", f"--format={name}")

    def test_colours_are_ours_alone(self):
        for command in ("check", "audit"):
            done = subprocess.run(
                [tool.program("STATELESS_TIDY"), command, "-p", "build",
                 "--rules=rules.yaml", "--color=always"], cwd=self.root,
                stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
            for data in (done.stdout, done.stderr):
                plain = COLOURS.sub("", data.decode()).encode()
                self.assertEqual(traps(plain), [], command)
            self.assertIn(b"\x1b[", done.stderr)

    def test_explain(self):
        report = json.loads(self.analysed("audit", "--format=json").stdout)
        seen = set()
        for verdict in report["findings"] + report["suppressed"]:
            kind = (verdict["check"], verdict["file"])
            if kind in seen or len(seen) > 24:
                continue
            seen.add(kind)
            done = self.run_tool("explain", verdict["fingerprint"], "-p",
                                 "build", "--rules=rules.yaml", exits=(0, ))
            self.assertIn(b"What would change it", done.stdout)

    def test_dumps(self):
        for what in ("facts", "program", "verdicts", "rules"):
            with self.subTest(dump=what):
                files = () if what == "rules" else ("-p", "build")
                done = self.run_tool("dump", what, *files,
                                     "--rules=rules.yaml", exits=(0, 3))
                self.assertGreater(len(done.stdout), 500)
                if what == "program":
                    json.loads(done.stdout)

    def test_rules(self):
        self.run_tool("rules", "check", "rules.yaml", exits=(0, ))
        self.run_tool("rules", "list", exits=(0, ))
        self.run_tool("rules", "schema", exits=(0, ))
        for text in ({LINES: 1}, {"checks": {LINES: "off"}},
                     {"exceptions": [{"check": LINES, LINES: LINES}]},
                     {"extends": LINES}, {"exclude": [LINES, {LINES: 1}]}):
            self.add(b"::error::bad\x1b.yaml", json.dumps(text).encode())
            for args in (("rules", "check", b"::error::bad\x1b.yaml"),
                         ("-p", "build", b"--rules=::error::bad\x1b.yaml")):
                done = self.run_tool(*args, exits=(2, ))
                self.assertIn(b"error:", done.stderr)

    def test_bad_usage(self):
        hostile = os.fsencode(LINES)
        for args in ([hostile], [b"--" + hostile], [b"--format=" + hostile],
                     [b"--format=json:no/" + hostile], [b"-p", hostile],
                     [b"--rules=" + hostile], [b"--checks=" + hostile],
                     [b"explain", hostile], [b"rules", hostile],
                     [b"rules", b"check", hostile], [b"--jobs=" + hostile],
                     [b"dump", hostile], [b"::error::\xff\x1b.cpp"],
                     [b"--resource-dir=" + hostile, b"error.cpp", b"--"],
                     [b"-o", b"no/" + hostile, b"-p", b"build"]):
            done = self.run_tool(*args, exits=(2, ))
            self.assertIn(b"error:", done.stderr, args)

    def test_help(self):
        for args in (["--help"], ["explain", "--help"], ["--version"]):
            self.run_tool(*args, exits=(0, ))

    def test_init(self):
        folder = os.path.join(self.root, b"##[error]\n::error::new")
        os.mkdir(folder)
        for code in (0, 2):
            done = subprocess.run([tool.program("STATELESS_TIDY"), "init"],
                                  cwd=folder, capture_output=True, timeout=60)
            self.assertEqual(done.returncode, code)
            self.assertEqual(traps(done.stdout + done.stderr), [])

    def test_progress(self):
        parent, child = pty.openpty()
        with subprocess.Popen(
                [tool.program("STATELESS_TIDY"), "-j1", "-p", "build",
                 "--color=never"], cwd=self.root, stdout=subprocess.DEVNULL,
                stderr=child, env={**os.environ, "TERM": "xterm"}) as running:
            os.close(child)
            seen = b""
            while True:
                self.assertTrue(select.select([parent], [], [], 300)[0])
                try:
                    chunk = os.read(parent, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                seen += chunk
            running.wait(timeout=60)
        os.close(parent)
        bars = re.findall(rb"\r([^\r\n]*/[^\r\n]*)\x1b\[K", seen)
        self.assertGreater(len(bars), 1)
        self.assertEqual([t for bar in bars for t in traps(bar)], [])
        rest = re.sub(rb"\r[^\r\n]*\x1b\[K", b"", seen).replace(b"\r\n", b"\n")
        self.assertEqual(traps(rest), [])

    # Structured formats: what they mean, not only how they look.

    def test_sarif_has_no_links(self):
        report = json.loads(self.analysed("--format=sarif").stdout)

        def messages(node):
            if isinstance(node, list):
                for item in node:
                    yield from messages(item)
            elif isinstance(node, dict):
                for key, value in node.items():
                    if isinstance(value, dict) and key in (
                            "message", "shortDescription", "fullDescription",
                            "help"):
                        yield from value.values()
                    yield from messages(value)
        texts = [t for t in messages(report) if "javascript:" in t]
        self.assertGreater(len(texts), len(NAMES))
        for text in texts:
            for backslashes in re.findall(r"(\\*)\]\(", text):
                self.assertEqual(len(backslashes) % 2, 1, text)

    def test_html_has_nothing_that_runs(self):
        page = self.analysed("audit", "--format=html").stdout.decode()
        self.assertIn("javascript:alert(1)", page)  # As text.
        tags = re.findall(r"<[^>]*>", page)
        for tag in tags:
            self.assertRegex(
                tag, r"^<(?:!DOCTYPE html|/?[a-z0-9]+(?: (?:class|id|lang|"
                     r'charset|name|content)="[^"<>]*")*)>$')
            self.assertNotRegex(tag, r"(?i)href|src|onerror|script|<a\b|<img")

    def test_xml_is_well_formed(self):
        for name in ("junit", "checkstyle"):
            done = self.analysed(f"--format={name}")
            xml.etree.ElementTree.fromstring(done.stdout)


class TheProbe(unittest.TestCase):
    """Traps are found: the test above can fail."""

    def test_each_trap(self):
        for data in (b"a\x1b[0m", b"\r", b"\x7f", "\u202e".encode(),
                     "\u2028".encode(), "\u009b".encode(), "\ufeff".encode(),
                     b"\xff", b"  ::error::x", "\u3000::x".encode(),
                     b"a ##[error]", b"##vso[x]", b"a\n::x"):
            self.assertNotEqual(traps(data), [], data)
        for data in (b"a::b\n", b"x ## [y]", "caf\u00e9".encode()):
            self.assertEqual(traps(data), [])
        self.assertEqual(traps(b"::error file=a,title=b::c", ours=True), [])
        self.assertNotEqual(traps(b" ::error file=a::c", ours=True), [])


if __name__ == "__main__":
    unittest.main()
