"""Builds the services, and writes the compile database that the tool reads.

Both come from one list of flags, so that the tool judges what ran. It must not
know what a service does.
"""

import os
import shutil

import tool  # ../../harness

FLAGS = ("-std=c++17", "-O0", "-pthread")
COMPILE_LIMIT = 300  # seconds


def compile_command(source):
    return [tool.program("CLANGXX"), *FLAGS, "-c", source]


def database(table):
    """The content of a compile_commands.json."""
    return [{"directory": table.folder, "file": source,
             "arguments": compile_command(source)}
            for source in table.sources]


def _run(command, what):
    result = tool.run(command, limit=COMPILE_LIMIT)
    if result.returncode != 0:
        raise tool.ToolFailure(f"{what} failed:\n{result.stdout}"
                               f"{result.stderr}")


def _compile(source, output):
    cache = shutil.which("ccache")
    _run([*([cache] if cache else []), *compile_command(source),
          "-o", output], f"compiling {source}")
    return output


def start(table, folder, pool):
    """Starts the compilations; the result is a function that waits for them,
    links, and returns the program."""
    os.makedirs(folder)
    pending = [pool.submit(_compile, source, os.path.join(
        folder, os.path.basename(source) + ".o")) for source in table.sources]

    def finish():
        program = os.path.join(folder, table.name)
        objects = [p.result() for p in pending]
        _run([tool.program("CLANGXX"), *FLAGS, *objects, "-o", program,
              *["-l" + library for library in table.libraries]],
             f"linking {table.name}")
        return program

    return finish
