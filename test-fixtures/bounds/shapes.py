"""Small programs that grow beyond one bound of the analysis each.

A shape is a function of a size that gives a Program: its text, the statics that
its serving loop writes, and those that nothing writes. It must not know where
the bounds are, nor what the tool says.
"""

from dataclasses import dataclass

LOOP = """int main() {{
{before}  for (;;) {{
    if (accept(3, nullptr, nullptr) < 0)
      return 0;
{turn}  }}
}}
"""


@dataclass(frozen=True)
class Program:
    text: str
    written: tuple
    quiet: tuple = ()


def program(declared, turn, written, quiet=(), before=""):
    return Program("#include <sys/socket.h>\n" + declared + LOOP.format(
        before="".join(f"  {line}\n" for line in before.splitlines()),
        turn="".join(f"    {line}\n" for line in turn.splitlines())),
        tuple(written), tuple(quiet))


def numbered(text, count):
    """TEXT for each number below COUNT, in place of its '#'."""
    return "".join(text.replace("#", str(i)) for i in range(count))


def nested(depth, innermost, name="S"):
    """Classes S0 to S<depth>: each but the first has the one before as M."""
    return (f"struct {name}0 {{ {innermost} }};\n" +
            "".join(f"struct {name}{i} {{ {name}{i - 1} M; }};\n"
                    for i in range(1, depth + 1)))


def members(depth):
    return ".M" * depth


# ---- Objects -----------------------------------------------------------------

def parts_of_one_object(n):
    return program(
        numbered("static int V#;\n", n) +
        "static int Other;\nstruct Parts {\n" +
        numbered("  int *P#;\n", n) + "};\nstatic Parts All;\n",
        f"*All.P{n - 1} = 1;\n*All.P0 = 1;", ["V0", f"V{n - 1}"], ["Other"],
        numbered("All.P# = &V#;\n", n))


def parts_in_parts(n):
    return program(
        nested(n, "int *P;") + f"static int V, Other;\nstatic S{n} Deep;\n",
        f"*Deep{members(n)}.P = 1;", ["V"], ["Other"],
        f"Deep{members(n)}.P = &V;")


def fields_in_fields(n):
    """What is written itself is a part that is many steps away."""
    return program(nested(n, "int N;") + f"static S{n} Deep, Other;\n",
                   f"Deep{members(n)}.N = 1;", ["Deep"], ["Other"])


def objects_of_one_pointer(n):
    return program(
        numbered("static int V#;\n", n) + "static int Other;\n"
        "static int *pick(int C) {\n  switch (C) {\n" +
        numbered("  case #: return &V#;\n", n) + "  }\n  return nullptr;\n}\n",
        "*pick(accept(4, nullptr, nullptr)) = 1;", ["V0", f"V{n - 1}"],
        ["Other"])


def holders_of_one_object(n):
    """An object without a name, which all variables lead to."""
    return program(
        "struct Node { int N = 0; };\n" + numbered("static Node *V#;\n", n),
        "++V0->N;", ["V0", f"V{n - 1}"],
        before="V0 = new Node;\n" + "".join(f"V{i} = V0;\n" for i in range(1, n)))


def copies(n):
    """Each of N objects is copied into each."""
    return program(
        "struct Kept { int *P; };\nstatic int V, Other;\n" +
        numbered("static Kept K#;\n", n) +
        "static Kept *pick(int C) {\n  switch (C) {\n" +
        numbered("  case #: return &K#;\n", n) + "  }\n  return &K0;\n}\n"
        "static void copy(int To, int From) { *pick(To) = *pick(From); }\n",
        f"*K{n - 1}.P = 1;", ["V"], ["Other"],
        "K0.P = &V;\ncopy(3, 4);")


def implementations(n):
    """Of an interface, each with a static of its own."""
    return program(
        "struct Base {\n  virtual ~Base() = default;\n"
        "  virtual void run() = 0;\n};\n" +
        numbered("static int V#;\nstruct C# : Base {\n"
                 "  void run() override { ++V#; }\n};\n", n) +
        "static Base *pick(int C) {\n  switch (C) {\n" +
        numbered("  case #: return new C#;\n", n) +
        "  }\n  return new C0;\n}\n",
        "pick(accept(4, nullptr, nullptr))->run();", ["V0", f"V{n - 1}"])


def mutable_parts(n):
    """Const to the eye; what changes is deep inside."""
    return program(
        nested(n, "mutable int N;") + f"static const S{n} Deep{{}};\n",
        f"Deep{members(n)}.N = 1;", ["Deep"])


def pointers_in_constants(n):
    return program(
        nested(n, "int *P;") + f"static int V;\nstatic const S{n} Deep = " +
        "{" * (n + 1) + "&V" + "}" * (n + 1) + ";\n",
        f"*Deep{members(n)}.P = 1;", ["V"])


def classes_in_a_singleton(n):
    return program(
        numbered("struct C# { int N = 0; };\n", n) + "struct Many {\n" +
        numbered("  C# M#;\n", n) + "};\nstatic Many &many() {\n"
        "  static Many M;\n  return M;\n}\n", f"many().M{n - 1}.N = 1;", ["M"])


def written_fields(n):
    return program(
        "struct Many {\n" + numbered("  int N#;\n", n) + "};\n"
        "static Many &many() {\n  static Many M;\n  return M;\n}\n",
        numbered("many().N# = 1;\n", n), ["M"])


# ---- Expressions -------------------------------------------------------------

def choices(n):
    text = f"V{n - 1}"
    for i in reversed(range(n - 1)):
        text = f"(C == {i} ? V{i} : {text})"
    return program(numbered("static int V#;\n", n) + "static int Other;\n"
                   "static int C;\n", f"{text} = 1;",
                   ["V0", f"V{n - 1}"], ["Other"])


def brackets(n):
    """The first statement of the loop, which nothing is beside."""
    return Program(
        "#include <sys/socket.h>\nstatic int Late, Before;\nint main() {\n"
        "  Before = 1;\n  for (;;) {\n    " + "(" * n + "Late = Before" +
        ")" * n + ";\n    if (accept(3, nullptr, nullptr) < 0)\n"
        "      return 0;\n  }\n}\n", ("Late",), ("Before",))


def operators(n):
    """One operand of many."""
    return Program(
        "#include <sys/socket.h>\nstatic int Late, Before, V;\nint main() {\n"
        "  Before = 1;\n  for (;;) {\n    V = " + "1 + (" * n + "Late = 1" +
        ")" * n + ";\n    if (accept(3, nullptr, nullptr) < 0)\n"
        "      return 0;\n  }\n}\n", ("Late", "V"), ("Before",))


def dereferences(n):
    return program("static int V, Other;\n", "*&" * n + "V = 1;", ["V"],
                   ["Other"])


# ---- Calls -------------------------------------------------------------------

def accessors(n):
    return program(
        "struct Kept { int N; };\nstatic Kept Deep, Other;\n"
        "static Kept &a0() { return Deep; }\n" + "".join(
            f"static Kept &a{i}() {{ return a{i - 1}(); }}\n"
            for i in range(1, n)), f"a{n - 1}().N = 1;", ["Deep"], ["Other"])


def setters(n):
    """A pointer that is handed on by N functions before one keeps it."""
    return program(
        "static int V, Other;\nstatic int *Slot, *Spare;\n"
        "static void k0(int **To, int *P) { *To = P; }\n" + "".join(
            f"static void k{i}(int **To, int *P) {{ k{i - 1}(To, P); }}\n"
            for i in range(1, n)), "*Slot = 1;", ["V"], ["Other"],
        f"k{n - 1}(&Slot, &V);\nk{n - 1}(&Spare, &Other);")


def decorated_routes(n):
    """N routes, each with a handler of its own inside of one decorator."""
    handler = "(const httplib::Request &Req, httplib::Response &Res)"
    return Program(
        "#include <httplib.h>\nstatic int Other;\n"
        "using Handler = httplib::Server::Handler;\n" +
        numbered(f"static int V#;\nstatic void h#{handler} {{ ++V#; }}\n", n) +
        "static Handler logged(Handler Fn) {\n"
        f"  return [Fn]{handler} {{ Fn(Req, Res); }};\n}}\n"
        "int main() {\n  httplib::Server App;\n" +
        numbered('  App.Get("/#", logged(h#));\n', n) +
        '  App.listen("0.0.0.0", 80);\n}\n', ("V0", f"V{n - 1}"), ("Other",))


def long_setter(n):
    """One of N statements, which is not looked at for each place alone."""
    return program(
        "static int V, Other;\nstatic int *Slot, *Spare;\n"
        "static void keep(int **To, int *P) {\n" +
        numbered("  int *P# = P;\n", n) + "  *To = P0;\n}\n", "*Slot = 1;",
        ["V"], [], "keep(&Slot, &V);\nkeep(&Spare, &Other);")


def budget_of_clones(n):
    """A hundred calls below each of N, and of one more."""
    return program(
        numbered("static int V#, *Slot#;\n", n) + "static int Other, *Spare;\n"
        "static void keep(int **To, int *P) { *To = P; }\n"
        "static void many(int **To, int *P) {\n" + "  keep(To, P);\n" * 10 +
        "}\nstatic void more(int **To, int *P) {\n" + "  many(To, P);\n" * 10 +
        "}\n", f"*Slot0 = 1;\n*Slot{n - 1} = 1;", ["V0", f"V{n - 1}"],
        ["Other"], numbered("more(&Slot#, &V#);\n", n) +
        "more(&Spare, &Other);")


def callers(n):
    return program(
        "static int V, Other;\nstatic void add(int &X) { ++X; }\n" +
        numbered("static void c#() { int T = 0; add(T); }\n", n),
        numbered("c#();\n", n) + "add(V);", ["V"], ["Other"])


def arguments(n):
    return program(
        "static int V, Other;\nstatic void last(" + ", ".join(
            f"int &P{i}" for i in range(n)) + f") {{ P{n - 1} = 1; }}\n",
        f"int T = 0;\nlast({', '.join(['T'] * (n - 1))}, V);", ["V"],
        ["Other"])


def functions_in_parts(n):
    return program(
        "static int V, Other;\nstatic void hit() { ++V; }\n" +
        nested(n, "void (*F)();") + f"static S{n} Deep;\n",
        f"Deep{members(n)}.F();", ["V"], ["Other"],
        f"Deep{members(n)}.F = hit;")


def functions_handed_on(n):
    return program(
        "static int V, Other;\nstatic void hit() { ++V; }\n"
        "static void r0(void (*F)()) { F(); }\n" + "".join(
            f"static void r{i}(void (*F)()) {{ r{i - 1}(F); }}\n"
            for i in range(1, n)), f"r{n - 1}(hit);", ["V"], ["Other"])


def bases(n):
    return program(
        "static int Other;\nstruct B0 { int N = 0; void hit() { ++N; } };\n" +
        "".join(f"struct B{i} : B{i - 1} {{}};\n" for i in range(1, n)) +
        f"static B{n - 1} Deep;\n", "Deep.hit();", ["Deep"], ["Other"])


def instantiations(n):
    return program(
        numbered("struct T# { int N = 0; };\nstatic T# V#;\n", n) +
        "static T0 Other;\ntemplate <class T> void hit(T &X) { ++X.N; }\n",
        numbered("hit(V#);\n", n), ["V0", f"V{n - 1}"], ["Other"])


def threads(n):
    """A thread's function that is handed on by N functions."""
    return Program(
        "#include <pthread.h>\nstatic int V, Other;\n"
        "static void *work(void *) { ++V; return nullptr; }\n"
        "static void s0(void *(*F)(void *)) {\n  pthread_t T;\n"
        "  pthread_create(&T, nullptr, F, nullptr);\n}\n" + "".join(
            f"static void s{i}(void *(*F)(void *)) {{ s{i - 1}(F); }}\n"
            for i in range(1, n)) +
        f"int main() {{\n  for (;;)\n    s{n - 1}(work);\n}}\n", ("V",),
        ("Other",))


def locals_handed_on(n):
    """What lives in main, and is written N calls away."""
    return Program(
        "#include <sys/socket.h>\nstruct Kept { int N = 0; };\n"
        "static void l0(Kept &K) {\n  for (;;) {\n"
        "    if (accept(3, nullptr, nullptr) < 0)\n      return;\n"
        "    ++K.N;\n  }\n}\n" + "".join(
            f"static void l{i}(Kept &K) {{ l{i - 1}(K); }}\n"
            for i in range(1, n)) +
        f"int main() {{\n  Kept Low;\n  l{n - 1}(Low);\n}}\n", ("Low",))


# ---- What nobody writes down -------------------------------------------------

def destructors(n):
    return program(
        "static int V, Other;\nstruct S0 { ~S0() { ++V; } };\n" + "".join(
            f"struct S{i} {{ S{i - 1} M; }};\n" for i in range(1, n + 1)),
        f"S{n} Local;", ["V"], ["Other"])


def constructors(n):
    return program(
        "static int V, Other;\nstruct S0 { S0() { ++V; } };\n" + "".join(
            f"struct S{i} {{ S{i - 1} M; }};\n" for i in range(1, n + 1)),
        f"S{n} Local;", ["V"], ["Other"])


def kept_by_constructors(n):
    return program(
        "static int V, Other;\nstruct S0 { int *P; S0() : P(&V) {} };\n" +
        "".join(f"struct S{i} {{ S{i - 1} M; }};\n" for i in range(1, n + 1)) +
        f"static S{n} Deep;\n", f"*Deep{members(n)}.P = 1;", ["V"], ["Other"])


def pointers_in_elements(n):
    """What a library's container holds."""
    return program(
        "#include <vector>\nstatic int V, Other;\n" + nested(n, "int *P;") +
        f"static std::vector<S{n}> All;\n", f"*All[0]{members(n)}.P = 1;",
        ["V"], ["Other"],
        f"S{n} One;\nOne{members(n)}.P = &V;\nAll.push_back(One);")


def captures(n):
    """Closures in closures."""
    return program(
        "static int V, Other;\nstatic void hit() {\n  int &R = V;\n"
        "  auto L0 = [&R] { ++R; };\n" + "".join(
            f"  auto L{i} = [L{i - 1}] {{ L{i - 1}(); }};\n"
            for i in range(1, n)) + f"  L{n - 1}();\n}}\n", "hit();", ["V"],
        ["Other"])
