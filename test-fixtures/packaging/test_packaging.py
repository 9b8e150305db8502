#!/usr/bin/env python3
"""The installation and the packages work wherever they are put.

Debian's Clang finds a fallback for a wrong resource directory, so a run that
succeeds proves nothing: strace and -v show which headers are read. It must
not know what any check means.
"""

import os
import re
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402

LLVM = os.environ.get("STATELESS_LLVM_VERSION", "22")
SOURCE = """#include <stddef.h>
#include <string>
static std::string Last;
size_t keep(const char *Text) { Last += Text; return Last.size(); }
"""
FINDING = "state.cpp:3:20: warning: mutable global 'Last'"
CHECKS = "--checks=-*,stateless-*"


def build_dir():
    path = os.environ.get("BUILD_DIR", "")
    if not os.path.isfile(os.path.join(path, "CMakeCache.txt")):
        raise tool.ToolFailure(f"BUILD_DIR: no build folder '{path}'")
    return path


def succeed(command, **more):
    done = tool.run(command, limit=600, **more)
    if done.returncode != 0:
        raise tool.ToolFailure(f"{command}: exit code {done.returncode}\n"
                               f"{done.stdout}{done.stderr}")
    return done


class Installed:
    """What must hold of every prefix. A class of tests adds make_prefix()."""

    prefix = None

    @classmethod
    def setUpClass(cls):
        cls.scratch = tool.Scratch()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.source = cls.scratch.write("code/state.cpp", SOURCE)
        cls.code = os.path.dirname(cls.source)
        cls.prefix = cls.make_prefix()

    def path(self, *parts):
        return os.path.join(self.prefix, *parts)

    def headers_read(self, command):
        """Who provided stddef.h, and the run."""
        trace = os.path.join(self.scratch.name, "trace")
        done = tool.run([tool.program("strace", "strace"), "-f", "-s", "4096",
                         "-e", "trace=open,openat", "-o", trace, *command],
                        self.code)
        with open(trace, encoding="utf-8", errors="replace") as f:
            opened = re.findall(r'open(?:at)?\([^"]*"((?:[^"\\]|\\.)*stddef\.h)"'
                                r"[^\n]*\) = \d", f.read())
        self.assertTrue(opened, f"no stddef.h was read\n{done.stderr}")
        # strace writes bytes beyond ASCII in octal.
        return {os.path.realpath(name.encode("latin-1").decode("unicode_escape")
                                 .encode("latin-1").decode())
                for name in opened}, done

    def bundled(self):
        return self.path("lib", "stateless-tidy", "clang", LLVM, "include")

    def assert_bundled(self, headers):
        for header in headers:
            self.assertTrue(header.startswith(
                os.path.realpath(self.bundled()) + "/"), header)

    def test_the_command_reads_its_own_headers(self):
        headers, done = self.headers_read(
            [self.path("bin", "stateless-tidy"), self.source, "--"])
        self.assert_bundled(headers)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(FINDING, done.stdout)

    def test_the_clang_tidy_reads_its_own_headers(self):
        command = [self.path("bin", "stateless-clang-tidy"), CHECKS,
                   self.source, "--"]
        headers, done = self.headers_read(command)
        self.assert_bundled(headers)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(FINDING, done.stdout)

    def test_the_plugin_loads_and_brings_its_library(self):
        plugin = self.path("lib", "stateless-tidy-plugin.so")
        done = tool.run([tool.program("CLANG_TIDY"), "--load", plugin, CHECKS,
                         self.source, "--"], self.code,
                        env={**os.environ, "LD_DEBUG": "libs"})
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        self.assertIn(FINDING, done.stdout)
        inits = re.findall(r"calling init: (.*libyaml-cpp[^\n]*)", done.stderr)
        self.assertEqual([os.path.realpath(i) for i in inits],
                         [os.path.realpath(self.path(
                             "lib", "stateless-tidy", "libyaml-cpp.so.0.7"))])

    def test_what_is_shared(self):
        for name in ("share/stateless-tidy/rules/packs/default.yaml",
                     "share/stateless-tidy/rules/packs/models/libc-files.yaml",
                     "share/stateless-tidy/rules/schema.json",
                     "share/stateless-tidy/integrations/github/action.yml",
                     "share/stateless-tidy/integrations/gitlab/"
                     "stateless-tidy.gitlab-ci.yml",
                     "share/doc/stateless-tidy/copyright",
                     "share/doc/stateless-tidy/ci.md",
                     "share/doc/stateless-tidy/checks/"
                     "stateless-mutable-global.md"):
            with self.subTest(name=name):
                self.assertTrue(os.path.isfile(self.path(name)))

    def test_nothing_points_into_the_build_or_the_source(self):
        """No run path and no link leaves the prefix."""
        for folder, _, files in os.walk(self.prefix):
            for name in files:
                path = os.path.join(folder, name)
                if os.path.islink(path):
                    self.assertFalse(os.path.isabs(os.readlink(path)), path)
        for name in ("bin/stateless-tidy", "bin/stateless-clang-tidy",
                     "lib/stateless-tidy-plugin.so"):
            dynamic = succeed(["readelf", "-d", self.path(name)]).stdout
            paths = re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", dynamic)
            self.assertEqual(paths, ["$ORIGIN/stateless-tidy"]
                             if name.endswith(".so") else [])


class Moved(Installed, unittest.TestCase):
    """cmake --install, then the prefix is moved."""

    @classmethod
    def make_prefix(cls):
        first = os.path.join(cls.scratch.name, "first")
        succeed([tool.program("CMAKE", "cmake"), "--install", build_dir(),
                 "--prefix", first])
        moved = os.path.join(cls.scratch.name, "moved to", "pl\u00e4ce")
        os.makedirs(os.path.dirname(moved))
        os.rename(first, moved)
        return moved

    def test_through_a_link(self):
        link = os.path.join(self.scratch.name, "linked-tidy")
        os.symlink(self.path("bin", "stateless-tidy"), link)
        headers, done = self.headers_read([link, self.source, "--"])
        self.assert_bundled(headers)
        self.assertEqual(done.returncode, 1, done.stderr)

    def test_a_lost_bundle_is_noticed(self):
        """That headers_read() can tell: without the bundle, others are read."""
        away = self.bundled() + "-away"
        os.rename(self.bundled(), away)
        self.addCleanup(os.rename, away, self.bundled())
        headers, _ = self.headers_read(
            [self.path("bin", "stateless-tidy"), self.source, "--"])
        self.assertFalse([h for h in headers if h.startswith(self.prefix)])


class RelativePrefix(unittest.TestCase):
    def test_install(self):
        with tool.Scratch() as scratch:
            succeed([tool.program("CMAKE", "cmake"), "--install", build_dir(),
                     "--prefix", "here"], cwd=scratch.name)
            command = os.path.join(scratch.name, "here", "bin",
                                   "stateless-clang-tidy")
            self.assertTrue(os.path.isfile(command), "a dead link")
            self.assertIn("stateless-session-map", succeed(
                [command, CHECKS, "--list-checks"]).stdout)


class Packages:
    """Both packages, made once."""
    folder = None

    @classmethod
    def make(cls):
        if not cls.folder:
            cls.scratch = tool.Scratch()
            cls.folder = cls.scratch.name
            succeed([tool.program("CPACK", "cpack"), "--config",
                     os.path.join(build_dir(), "CPackConfig.cmake"),
                     "-B", cls.folder])
        return cls.folder

    @classmethod
    def named(cls, ending):
        found = [n for n in os.listdir(cls.make()) if n.endswith(ending)]
        if len(found) != 1:
            raise tool.ToolFailure(f"not one package '*{ending}': {found}")
        return os.path.join(cls.folder, found[0])


class Deb(Installed, unittest.TestCase):
    """The Debian package, unpacked somewhere."""

    @classmethod
    def make_prefix(cls):
        cls.package = Packages.named(".deb")
        root = os.path.join(cls.scratch.name, "root")
        succeed(["dpkg-deb", "-x", cls.package, root])
        return os.path.join(root, "usr")

    def field(self, name):
        return succeed(["dpkg-deb", "-f", self.package, name]).stdout.strip()

    def test_fields(self):
        self.assertEqual(self.field("Package"), "stateless-tidy")
        self.assertEqual(self.field("Architecture"),
                         succeed(["dpkg", "--print-architecture"]).stdout.strip())
        depends = {d.split()[0] for d in self.field("Depends").split(", ")}
        self.assertLessEqual({"libc6", "libstdc++6", "zlib1g"}, depends)
        # Linked in, or brought along, or the host's.
        self.assertFalse([d for d in depends
                          if re.match(r"libyaml|libllvm|libclang|clang", d)])

    def test_all_shared_libraries_are_depended_upon(self):
        """Each library that is needed belongs to a package in Depends."""
        depends = {d.split()[0] for d in self.field("Depends").split(", ")}
        for name in ("bin/stateless-tidy", "bin/stateless-clang-tidy",
                     "lib/stateless-tidy-plugin.so"):
            linked = succeed(["ldd", self.path(name)]).stdout
            self.assertNotIn("not found", linked)
            for library in re.findall(r"=> (/\S+)", linked):
                if library.startswith(self.prefix):
                    continue
                # /lib is a link to /usr/lib; packages know either.
                owner = tool.run(["dpkg", "-S", library]).stdout or tool.run(
                    ["dpkg", "-S", os.path.realpath(library)]).stdout
                self.assertIn(owner.split(":")[0], depends, library)

    def test_owner_and_place(self):
        listed = succeed(["dpkg-deb", "-c", self.package]).stdout.splitlines()
        for line in listed:
            fields = line.split()
            self.assertEqual(fields[1], "root/root", line)
            self.assertTrue(fields[5].startswith("./usr/"), line)
            # Debian's own packages keep /usr/lib/clang.
            self.assertFalse(fields[5].startswith("./usr/lib/clang"), line)


class Tar(Installed, unittest.TestCase):
    @classmethod
    def make_prefix(cls):
        root = os.path.join(cls.scratch.name, "unpacked")
        os.makedirs(root)
        succeed(["tar", "-xzf", Packages.named(".tar.gz"), "-C", root])
        tops = os.listdir(root)
        if len(tops) != 1 or f"llvm{LLVM}" not in tops[0]:
            raise tool.ToolFailure(f"not one folder in the archive: {tops}")
        return os.path.join(root, tops[0])


def tearDownModule():
    if Packages.folder:
        Packages.scratch.cleanup()


if __name__ == "__main__":
    unittest.main()
