#!/usr/bin/env python3
"""The GitHub action and the GitLab template: their commands, as written there,
run against a scratch project with the built tool on PATH. The examples in the
documentation use only what exists. It must not know what any check means.
"""

import json
import os
import re
import sys
import unittest

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import expectations  # noqa: E402
import tool  # noqa: E402

ACTION = os.path.join(ROOT, "integrations", "github", "action.yml")
TEMPLATE = os.path.join(ROOT, "integrations", "gitlab",
                        "stateless-tidy.gitlab-ci.yml")
STATE = "static int Counter;\nvoid hit() { ++Counter; }\n"
CLEAN = "int one() { return 1; }\n"
BROKEN = "int f() { return nowhere; }\n"


def load(path):
    return yaml.safe_load(expectations.read_text(path))


def examples(document, language="yaml"):
    """The code blocks of a page of the documentation."""
    text = expectations.read_text(os.path.join(ROOT, "docs", document))
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


class Step(unittest.TestCase):
    """A scratch project `my service` with a database in `build`."""

    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.project = os.path.join(self.scratch.name, "my service")
        os.makedirs(os.path.join(self.project, ".git"))

    def sources(self, build="build", **texts):
        for name, text in texts.items():
            self.scratch.write(f"my service/{name}.cpp", text)
        self.scratch.write(
            f"my service/{build}/compile_commands.json", json.dumps(
                [{"directory": self.project, "file": name + ".cpp",
                  "arguments": ["c++", "-c", name + ".cpp"]}
                 for name in texts]))

    def shell(self, command, script, env, with_tool=True):
        path = os.pathsep.join(
            p for p in os.environ["PATH"].split(os.pathsep)
            if not os.path.exists(os.path.join(p, "stateless-tidy")))
        if with_tool:
            path = os.path.dirname(tool.program("STATELESS_TIDY")) + ":" + path
        return tool.run([*command, script], self.project,
                        env={**os.environ, **env, "PATH": path})

    def read(self, name):
        with open(os.path.join(self.project, name), encoding="utf-8") as f:
            return json.load(f)


class Github(Step):
    def setUp(self):
        super().setUp()
        self.action = load(ACTION)
        self.steps = self.action["runs"]["steps"]

    def value(self, expression, context):
        """${{ ... }} as GitHub would fill it in; unknown ones are an error."""
        return re.sub(r"\$\{\{ *([\w.-]+) *\}\}",
                      lambda m: context[m.group(1)], expression)

    def run_step(self, step, context, with_tool=True):
        """As a runner does: bash -eo pipefail FILE."""
        output = self.scratch.write("output", "")
        env = {k: self.value(v, context) for k, v in step["env"].items()}
        script = self.scratch.write("step.sh", step["run"])
        done = self.shell(["bash", "--noprofile", "--norc", "-eo", "pipefail"],
                          script, {**env, "GITHUB_OUTPUT": output}, with_tool)
        for line in expectations.read_text(output).splitlines():
            name, value = line.split("=", 1)
            context[f"steps.{step['id']}.outputs.{name}"] = value
        return done

    def run_action(self, with_tool=True, **inputs):
        """(exit code of the action, uploaded or not, all output)."""
        context = {f"inputs.{k}": v["default"]
                   for k, v in self.action["inputs"].items()}
        for name, value in inputs.items():
            key = "inputs." + name.replace("_", "-")
            self.assertIn(key, context)
            context[key] = value
        said, uploaded = "", None
        for step in self.steps:
            if "if" in step:
                self.assertEqual(step["if"], "${{ inputs.upload == 'true' }}")
                if context["inputs.upload"] != "true":
                    continue
            if "uses" in step:
                uploaded = self.value(step["with"]["sarif_file"], context)
                self.assertTrue(os.path.isfile(
                    os.path.join(self.project, uploaded)))
                continue
            done = self.run_step(step, context, with_tool)
            said += done.stdout + done.stderr
            if done.returncode != 0:
                return done.returncode, uploaded, said
        return 0, uploaded, said

    def test_shape(self):
        self.assertEqual(self.action["runs"]["using"], "composite")
        for step in self.steps:
            if "run" in step:
                self.assertEqual(step["shell"], "bash")
                # An input inside a script would be run as code.
                self.assertNotIn("${{", step["run"])
        self.assertEqual([s["uses"].split("@")[0] for s in self.steps
                          if "uses" in s], ["github/codeql-action/upload-sarif"])
        for name, entry in self.action["inputs"].items():
            self.assertIsInstance(entry["default"], str, name)

    def test_findings_are_uploaded_and_fail(self):
        self.sources(a=STATE, b=CLEAN)
        code, uploaded, said = self.run_action()
        self.assertEqual((code, uploaded), (1, "stateless-tidy.sarif"), said)
        self.assertIn("a.cpp:1:12: warning: mutable global", said)
        self.assertIn("::error::stateless-tidy found state", said)
        results = self.read(uploaded)["runs"][0]["results"]
        self.assertEqual(len(results), 1)
        place = results[0]["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"]["uri"], "a.cpp")

    def test_clean(self):
        self.sources(b=CLEAN)
        code, uploaded, said = self.run_action()
        self.assertEqual((code, uploaded), (0, "stateless-tidy.sarif"), said)

    def test_what_cannot_be_analysed_fails_after_the_upload(self):
        self.sources(a=BROKEN)
        code, uploaded, said = self.run_action()
        self.assertEqual((code, uploaded), (3, "stateless-tidy.sarif"), said)
        self.assertIn("::error::stateless-tidy could not analyse", said)

    def test_inputs(self):
        self.sources("out/my build", a=STATE, b=STATE.replace("Co", "Ko"))
        code, uploaded, said = self.run_action(
            build_dir="out/my build", files="b.cpp\n", upload="false",
            sarif_file="the report.sarif", args="--quiet\n--color=always\n")
        self.assertEqual((code, uploaded), (1, None), said)
        self.assertIn("'Kounter'", said)
        self.assertNotIn("'Counter'", said)
        self.assertNotIn("instead: ", said)
        self.assertIn("\033[", said)
        self.assertTrue(self.read("the report.sarif"))

    def test_fail_on_never(self):
        self.sources(a=STATE)
        self.assertEqual(self.run_action(fail_on="never")[0], 0)

    def test_no_database(self):
        code, uploaded, said = self.run_action()
        self.assertEqual((code, uploaded), (2, None), said)
        self.assertIn("CMAKE_EXPORT_COMPILE_COMMANDS", said)

    def test_inputs_are_not_run(self):
        self.sources(a=CLEAN)
        self.run_action(args="$(touch hacked)\n`touch hacked`\n; touch hacked")
        self.assertFalse(os.path.exists(os.path.join(self.project, "hacked")))

    def test_the_tool_is_not_installed(self):
        self.sources(a=CLEAN)
        code, uploaded, said = self.run_action(with_tool=False)
        self.assertEqual((code, uploaded), (2, None), said)
        self.assertIn("not on PATH", said)


class Gitlab(Step):
    REPORT = "gl-code-quality-report.json"

    def setUp(self):
        super().setUp()
        self.job = load(TEMPLATE)["stateless-tidy"]

    def run_job(self, with_tool=True, **variables):
        self.assertLessEqual(set(variables), set(self.job["variables"]))
        env = {**self.job["variables"], **variables}
        script = "set -eo pipefail\n" + "\n".join(self.job["script"])
        done = self.shell(["bash", "-c"], script, env, with_tool)
        return done.returncode, done.stdout + done.stderr

    def test_shape(self):
        artifacts = self.job["artifacts"]
        self.assertEqual(artifacts["when"], "always")
        self.assertEqual(artifacts["reports"]["codequality"], self.REPORT)
        self.assertTrue(all(isinstance(v, str)
                            for v in self.job["variables"].values()))

    def test_findings(self):
        self.sources(a=STATE, b=CLEAN)
        code, said = self.run_job()
        self.assertEqual(code, 1, said)
        self.assertIn("a.cpp:1:12: warning: mutable global", said)
        issues = self.read(self.REPORT)
        self.assertEqual(len(issues), 1)
        issue = issues[0]
        # What GitLab's widget needs of an issue.
        self.assertEqual(issue["location"]["path"], "a.cpp")
        self.assertEqual(issue["location"]["lines"]["begin"], 1)
        for key in ("description", "check_name", "fingerprint"):
            self.assertTrue(issue[key])
        self.assertIn(issue["severity"],
                      {"info", "minor", "major", "critical", "blocker"})

    def test_clean(self):
        self.sources(b=CLEAN)
        self.assertEqual(self.run_job()[0], 0)
        self.assertEqual(self.read(self.REPORT), [])

    def test_what_cannot_be_analysed(self):
        self.sources(a=BROKEN)
        self.assertEqual(self.run_job()[0], 3)
        self.assertEqual(len(self.read(self.REPORT)), 1)

    def test_variables(self):
        self.sources("out", a=STATE, b=STATE.replace("Co", "Ko"))
        code, said = self.run_job(STATELESS_TIDY_BUILD="out",
                                  STATELESS_TIDY_FAIL_ON="error",
                                  STATELESS_TIDY_ARGS="--quiet b.cpp")
        self.assertEqual(code, 0, said)
        self.assertIn("'Kounter'", said)
        self.assertNotIn("'Counter'", said)

    def test_the_tool_is_not_installed(self):
        self.assertEqual(self.run_job(with_tool=False)[0], 2)


class Documentation(unittest.TestCase):
    def test_the_workflow(self):
        found = [yaml.safe_load(e) for e in examples("ci.md")]
        workflows = [e for e in found if "jobs" in e]
        self.assertEqual(len(workflows), 1)
        steps = workflows[0]["jobs"]["stateless-tidy"]["steps"]
        used = [s for s in steps
                if "integrations/github" in s.get("uses", "")]
        self.assertEqual(len(used), 1)
        self.assertLessEqual(set(used[0]["with"]), set(load(ACTION)["inputs"]))
        self.assertEqual(workflows[0]["permissions"]["security-events"],
                         "write")

    def test_the_pipeline(self):
        found = [yaml.safe_load(e) for e in examples("ci.md")]
        pipelines = [e for e in found if "include" in e]
        self.assertEqual(len(pipelines), 1)
        included = pipelines[0]["include"][0]["file"].lstrip("/")
        self.assertTrue(os.path.isfile(os.path.join(ROOT, included)), included)
        for job in pipelines[0]["stateless-tidy"]["needs"]:
            self.assertIn(job, pipelines[0])

    def test_every_input_is_told(self):
        text = expectations.read_text(os.path.join(ROOT, "docs", "ci.md"))
        for name in load(ACTION)["inputs"]:
            self.assertIn(f"| `{name}` |", text)
        for name in load(TEMPLATE)["stateless-tidy"]["variables"]:
            self.assertIn(f"`{name}`", text)

    def test_the_shell_command(self):
        commands = examples("ci.md", "sh")
        self.assertEqual(len(commands), 1)
        with tool.Scratch() as scratch:
            source = scratch.write("a.cpp", STATE)
            scratch.write("build/compile_commands.json", json.dumps(
                [{"directory": scratch.name, "file": source,
                  "arguments": ["c++", "-c", source]}]))
            bin_dir = os.path.dirname(tool.program("STATELESS_TIDY"))
            done = tool.run(["sh", "-c", commands[0]], scratch.name, env={
                **os.environ, "PATH": bin_dir + ":" + os.environ["PATH"]})
            self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
            self.assertIn("<testsuite", expectations.read_text(
                os.path.join(scratch.name, "stateless-tidy.xml")))

    def test_the_hook(self):
        """The documented local hook is the shipped one."""
        shipped = load(os.path.join(ROOT, ".pre-commit-hooks.yaml"))
        self.assertEqual([h["id"] for h in shipped], ["stateless-tidy"])
        for example in examples("pre-commit.md"):
            for repo in yaml.safe_load(example)["repos"]:
                for hook in repo["hooks"]:
                    self.assertEqual(hook["id"], "stateless-tidy")
                    if repo["repo"] == "local":
                        self.assertEqual(hook, {k: shipped[0][k]
                                                for k in hook})


if __name__ == "__main__":
    unittest.main()
