#!/usr/bin/env python3
"""Models of a user's own rule file, each seen to change what is found.

One small source and one rule file for each kind of model: without the model the
answer is another one. It must not know how models are read.
"""
import os
import unittest

import test_cli


class UserModels(test_cli.CliTest):

    def found(self, source, models, *args):
        self.write("a.cpp", source)
        self.database([self.entry("a.cpp", ["-std=c++17"])])
        if models:
            self.write(".stateless-tidy.yaml", "models:\n" + models)
        elif os.path.exists(self.dir / ".stateless-tidy.yaml"):
            os.remove(self.dir / ".stateless-tidy.yaml")
        result = self.run_tool("check", *args)
        self.assertIn(result.code, (0, 1), result.err)
        return result.out

    def expect_change(self, source, models, text, with_model):
        for given, expected in (("", not with_model), (models, with_model)):
            out = self.found(source, given)
            self.assertEqual(text in out, expected, given + out)

    def test_devices(self):
        self.expect_change("""#include <fstream>
void beat() { std::ofstream("/dev/watchdog0") << 1; }
""", '  devices: ["/dev/watchdog*"]\n', "/dev/watchdog0", False)

    def test_shell_commands_and_prefixes(self):
        source = """#include <cstdlib>
void put() { std::system("with-lock publish -u /etc/me page.html /srv/www"); }
"""
        command = '  shell-commands: [{command: publish, writes: last, value-options: u}]\n'
        self.assertEqual(self.found(source, command).count("/srv/www"), 0)
        out = self.found(source, command + "  shell-prefixes: [with-lock]\n")
        self.assertIn("/srv/www", out)
        self.assertNotIn("writes 'page.html'", out)

    def test_temporary_variables(self):
        self.expect_change("""#include <cstdlib>
#include <fstream>
#include <string>
void save() { std::ofstream(std::string(std::getenv("SCRATCH_DIR")) + "/x") << 1; }
""", "  temporary-variables: [SCRATCH_DIR]\n", "a configurable path", False)

    def test_option_readers(self):
        self.expect_change("""
namespace cli { int next(int, char **); }
static int Verbose;
static void take(int Option) { Verbose = Option; }
static void serve() {}
int main(int Count, char **Args) {
  int Option;
  while ((Option = cli::next(Count, Args)) >= 0)
    take(Option);
  for (;;)
    serve();
}
""", '  option-readers: ["cli::next"]\n', "Verbose", False)


if __name__ == "__main__":
    unittest.main()
