#!/usr/bin/env python3
"""Makes source text that is large, deep or odd, for test_robustness.py.

Each function returns the text of one file. It must not know the tool.
"""


def many_globals(count):
    """COUNT globals on 5 lines each; every second one is a constant."""
    blocks = []
    for i in range(count):
        if i % 2:
            blocks.append(f"static const int Limit{i}Ok = {i};\n"
                          f"int read{i}(int V) {{\n  int W = V + Limit{i}Ok;\n"
                          f"  return W;\n}}\n")
        else:
            blocks.append(f"int Counter{i}Bad;\nint hit{i}(int V) {{\n"
                          f"  Counter{i}Bad += V;\n  return Counter{i}Bad;\n"
                          f"}}\n")
    return "".join(blocks)


def macro_per_line(count):
    head = "#define STATE(N) int State##N##Bad; void hit##N() " \
           "{ ++State##N##Bad; }\n"
    return head + "".join(f"STATE({i})\n" for i in range(count))


def macro_of_macros():
    """1,000 globals, all at the place of one expansion."""
    return """\
#define ONE(N) int State##N##Bad; void hit##N() { ++State##N##Bad; }
#define TEN(N) ONE(N##0) ONE(N##1) ONE(N##2) ONE(N##3) ONE(N##4) \\
               ONE(N##5) ONE(N##6) ONE(N##7) ONE(N##8) ONE(N##9)
#define HUNDRED(N) TEN(N##0) TEN(N##1) TEN(N##2) TEN(N##3) TEN(N##4) \\
                   TEN(N##5) TEN(N##6) TEN(N##7) TEN(N##8) TEN(N##9)
HUNDRED(0) HUNDRED(1) HUNDRED(2) HUNDRED(3) HUNDRED(4) HUNDRED(5) HUNDRED(6) \
HUNDRED(7) HUNDRED(8) HUNDRED(9)
"""


def counter(body, before=""):
    """One written global, and BODY in the function that writes it."""
    return f"{before}\nint DeepBad;\nint hit(int V) {{\n  ++DeepBad;\n" \
           f"{body}\n  return V;\n}}\n"


def parentheses(depth):
    return counter(f"  V = {'(' * depth}V + DeepBad{')' * depth};")


def blocks(depth):
    return counter("{" * depth + "++DeepBad;" + "}" * depth)


def namespaces(depth):
    return "".join(f"namespace n{i} {{\n" for i in range(depth)) + \
        counter("") + "}" * depth


def else_if(count):
    chain = "".join(f"if (V == {i}) DeepBad = {i};\nelse "
                    for i in range(count))
    return counter(chain + "DeepBad = 0;")


def binary_chain(count):
    return counter("  V = " + " + ".join(["DeepBad"] * count) + ";")


def nested_calls(depth):
    return counter("  V = " + "same(" * depth + "V" + ")" * depth + ";",
                   "int same(int V);")


def method_chain(count):
    before = "struct Builder { int Value; Builder &set(int V) " \
             "{ Value = V; return *this; } };\nBuilder BuiltBad;"
    return counter("  BuiltBad" + ".set(V)" * count + ";", before)


def lambdas(depth):
    return counter("  " + "[&] { " * depth + "++DeepBad;" + " }();" * depth)


def initialisers(depth):
    types = "struct T0 { int Value; };\n" + "".join(
        f"struct T{i} {{ T{i - 1} Inner; }};\n" for i in range(1, depth))
    return f"{types}T{depth - 1} DeepBad = {'{' * depth}1{'}' * depth};\n" \
           f"void hit() {{ DeepBad = {{}}; }}\n"


def template_recursion(depth):
    return f"""\
template <int N> struct Deep {{
  static inline int CountBad = 0;
  static int hit() {{ return ++CountBad + Deep<N - 1>::hit(); }}
}};
template <> struct Deep<0> {{ static int hit() {{ return 0; }} }};
int use() {{ return Deep<{depth}>::hit(); }}
"""


def class_hierarchy(depth):
    chain = "".join(f"struct C{i} : C{i - 1} {{}};\n" for i in range(1, depth))
    return f"struct C0 {{ int Value = 0; virtual ~C0() {{}} }};\n{chain}" \
           f"C{depth - 1} DeepBad;\nvoid hit() {{ DeepBad.Value = 1; }}\n"


def switch_cases(count):
    cases = "".join(f"  case {i}: DeepBad = {i}; break;\n"
                    for i in range(count))
    return counter(f"  switch (V) {{\n{cases}  }}")


def huge_array(count):
    values = ",".join(str(i % 251) for i in range(count))
    return f"static const int TableOk[] = {{{values}}};\n" \
           f"int TableBad[] = {{{values}}};\n" \
           f"void hit(int I) {{ TableBad[I] = TableOk[I]; }}\n"


def long_literal(count):
    return f'static const char *const TextOk = "{"x" * count}";\n' \
           + counter("  V += TextOk[V];")


# Values and places that do not end, or grow without bound.

_OPEN = "#include <fstream>\n#include <string>\n"


def path_by_recursion():
    return _OPEN + """\
std::string below(int N) { return N ? below(N - 1) + "/x" : "/var"; }
std::string ping(int N);
std::string pong(int N) { return ping(N - 1); }
std::string ping(int N) { return N ? pong(N) : "/srv"; }
void hit(int N) {
  std::ofstream(below(N)) << 1;
  std::ofstream(ping(N)) << 1;
}
"""


def path_of_itself():
    return _OPEN + """\
extern const std::string First;
const std::string Second = First + "/b";
const std::string First = Second + "/a";
void hit() {
  std::ofstream(First) << 1;
  std::string Path = "/var";
  for (int I = 0; I < 9; ++I)
    Path = Path + "/x" + Path;
  std::ofstream(Path) << 1;
}
"""


def path_that_doubles(count):
    lines = "".join(f"const std::string P{i} = P{i - 1} + P{i - 1};\n"
                    for i in range(1, count))
    return f'{_OPEN}const std::string P0 = "/var/";\n{lines}' \
           f"void hit() {{ std::ofstream(P{count - 1}) << 1; }}\n"


def path_of_many_choices(count):
    lines = "".join(f'  const std::string P{i} = P{i - 1} + (V == {i} ? "a" : '
                    f'"b");\n' for i in range(1, count))
    return f'{_OPEN}void hit(int V) {{\n  const std::string P0 = "/var/";\n' \
           f"{lines}  std::ofstream(P{count - 1}) << 1;\n}}\n"


def path_of_many_callers(depth):
    lines = "".join(f'void w{i}(const std::string &P) {{ w{i - 1}(P + "a"); '
                    f'w{i - 1}(P + "b"); }}\n' for i in range(1, depth))
    return f"{_OPEN}void w0(const std::string &P) {{ std::ofstream(P) << 1; " \
           f"}}\n{lines}void hit() {{ w{depth - 1}(\"/var/\"); }}\n"


def places_without_end():
    return """\
struct Node { Node *Next; Node *Other; int Value; };
Node RootBad;
Node &left(int N);
Node &right(int N) { return left(N - 1); }
Node &left(int N) { return N ? right(N) : RootBad; }
void hit(int N) {
  Node *P = &RootBad;
  while (P->Next) {
    P = P->Next;
    P = P->Other ? P->Other->Next : P;
  }
  P->Value = N;
  left(N).Value = 1;
  Node *Q = P, *R = Q;
  for (int I = 0; I < N; ++I) {
    Q = R;
    R = Q->Next;
  }
  R->Value = 2;
}
"""
