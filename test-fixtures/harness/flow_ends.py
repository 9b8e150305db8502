#!/usr/bin/env python3
"""Both ends of a chain: the static that it begins with and what is done to it,
and the callables that have the use of a value inside.

A table of text (flow_parts.py says what its holes mean).
"""

from flow_parts import Subject, struct, wrapper

_FN = "std::function<int(int)>"
_RUN = "static inline int run$n($V p, int c) { $u return c; }\n"
_SVC = ("struct Svc$n { $V P; int hit(int c) { $V p = P; $u return c; } "
        "int off(int c) { return c; } };\n")

WRAPPERS = [
    wrapper("function", _FN, "inline " + _FN + " make$n($V p) { return "
            "[p](int c) { $u return c; }; }\n", "make$n($v)", "$e($c)",
            "functional"),
    wrapper("function-by-reference", _FN, "inline " + _FN + " make$n($X &r) "
            "{ return [&r](int c) { $X *p = &r; $u return c; }; }\n",
            "make$n(*$v)", "$e($c)", "functional", pointer=True),
    wrapper("function-of-this", _FN, "struct Svc$n { $V P; int hit(int c) { "
            "$V p = P; $u return c; } " + _FN + " hook() { return [this](int "
            "c) { return hit(c); }; } };\n", "(new Svc$n{$v})->hook()",
            "$e($c)", "functional"),
    wrapper("bind", _FN, _RUN + "inline " + _FN + " make$n($V p) { return "
            "std::bind(&run$n, p, std::placeholders::_1); }\n", "make$n($v)",
            "$e($c)", "functional"),
    wrapper("bind-method", _FN, _SVC + "inline " + _FN + " make$n($V p) { "
            "return std::bind(&Svc$n::hit, new Svc$n{p}, "
            "std::placeholders::_1); }\n", "make$n($v)", "$e($c)",
            "functional"),
    wrapper("bind-front", _FN, _RUN + "inline " + _FN + " make$n($V p) { "
            "return std::bind_front(&run$n, p); }\n", "make$n($v)", "$e($c)",
            "functional", modern=True),
    wrapper("mem-fn", "Svc$n *", _SVC, "new Svc$n{$v}",
            "std::mem_fn(&Svc$n::hit)($e, $c)", "functional"),
    wrapper("invoke", "Svc$n *", _SVC, "new Svc$n{$v}",
            "std::invoke(&Svc$n::hit, $e, $c)", "functional"),
    wrapper("method-pointer", "Pm$n", _SVC + "struct Pm$n { Svc$n *S; int "
            "(Svc$n::*M)(int); int go(int c) const { return (S->*M)(c); } };"
            "\n", "Pm$n{new Svc$n{$v}, &Svc$n::hit}", "$e.go($c)"),
    wrapper("callback", "Cb$n", struct("Cb$n", "int (*F)(void *, int); "
            "void *D;") + "static inline int tramp$n(void *d, int c) { $V p ="
            " ($V)d; $u return c; }\nstatic inline Cb$n make$n($V p) { Cb$n "
            "x; x.F = tramp$n; x.D = (void *)p; return x; }\nstatic inline "
            "int call$n(Cb$n x, int c) { return x.F(x.D, c); }\n",
            "make$n($v)", "call$n($e, $c)", pointer=True, c=True),
    wrapper("callback-of-record", "Cb$n", struct("Rec$n", "int A; $V P;") +
            struct("Cb$n", "int (*F)(void *, int); void *D;") +
            "static inline int tramp$n(void *d, int c) { $V p = ((Rec$n *)d)"
            "->P; $u return c; }\nstatic inline Cb$n make$n($V p) { Rec$n *r ="
            " (Rec$n *)malloc(sizeof(Rec$n)); Cb$n x; r->P = p; x.F = "
            "tramp$n; x.D = r; return x; }\nstatic inline int call$n(Cb$n x, "
            "int c) { return x.F(x.D, c); }\n", "make$n($v)",
            "call$n($e, $c)", "stdlib.h", c=True, trivial=True),
    wrapper("virtual", "Job$n *", "struct Job$n { virtual int run(int) = 0; "
            "virtual ~Job$n() {} };\nstruct Hit$n : Job$n { $V P; explicit "
            "Hit$n($V p) : P(p) {} int run(int c) override { $V p = P; $u "
            "return c; } };\nstruct Idle$n : Job$n { int run(int c) override "
            "{ return c; } };\ninline Job$n *make$n($V p) { return new "
            "Hit$n(p); }\n", "make$n($v)", "$e->run($c)"),
    wrapper("functor", "Fun$n", "struct Fun$n { $V P{}; int operator()(int c)"
            " const { $V p = P; $u return c; } };\n", "Fun$n{$v}",
            "static_cast<const Fun$n &>($e)($c)"),
    wrapper("own-erasure", "Era$n *", "struct Era$n { virtual int run(int) = "
            "0; virtual ~Era$n() {} };\ntemplate <class F> struct Of$n : "
            "Era$n { F G; explicit Of$n(F g) : G(g) {} int run(int c) "
            "override { return G(c); } };\ntemplate <class F> Era$n *era$n(F "
            "g) { return new Of$n<F>(g); }\ninline Era$n *make$n($V p) { "
            "return era$n([p](int c) { $u return c; }); }\n", "make$n($v)",
            "$e->run($c)"),
    wrapper("shared-job", "std::shared_ptr<Svc$n>", _SVC,
            "std::make_shared<Svc$n>(Svc$n{$v})", "$e->hit($c)", "memory"),
]

_TALLY = ("struct Tally$n { int N = 0; int M = 0; void hit(int c) { N += c; } "
          "int get() const { return N; } Tally$n &self() { return *this; } };"
          "\n")
_FACE = ("struct Face$n { virtual void hit(int) = 0; virtual int get() const "
         "= 0; virtual ~Face$n() {} };\nstruct Real$n : Face$n { int N = 0; "
         "void hit(int c) override { N += c; } int get() const override { "
         "return N; } };\nstruct Null$n : Face$n { void hit(int) override {} "
         "int get() const override { return 0; } };\n")

SUBJECTS = [
    Subject("int", "int", "&$o", "int *",
            ("++*$e;", "*$e += $c;", "*$e = *$e + $c;", "$e[0] += $c;"),
            ("*$e", "$e[0]"), c=True),
    Subject("record", "Pod$n", "&$o", "Pod$n *",
            ("$e->N += $c;", "++(*$e).I.K;"), ("$e->N", "$e->I.K"), c=True,
            types=struct("Sub$n", "int K;") +
            struct("Pod$n", "int N; Sub$n I;")),
    Subject("field", "Pod$n", "&$o.N", "int *", ("++*$e;", "*$e += $c;"),
            ("*$e",), c=True, types=struct("Pod$n", "int A; int N; int B;")),
    Subject("array", "Row$n", "$o", "int *", ("++$e[2];", "*($e + 1) += $c;"),
            ("$e[2]",), c=True, types="typedef int Row$n[4];\n"),
    Subject("class", "Tally$n", "&$o", "Tally$n *",
            ("$e->hit($c);", "$e->self().hit($c);", "(*$e).N += $c;",
             "($e->*&Tally$n::hit)($c);", "$e->*&Tally$n::N += $c;"),
            ("$e->get()", "$e->self().get()", "$e->*&Tally$n::N"),
            types=_TALLY),
    Subject("interface", "Real$n", "&$o", "Face$n *", ("$e->hit($c);",),
            ("$e->get()",), types=_FACE),
    Subject("vector", "std::vector<int>", "&$o", "std::vector<int> *",
            ("$e->push_back($c);", "$e->emplace_back($c);",
             "$e->insert($e->end(), $c);"),
            ("(int)$e->size()", "(int)($e->end() - $e->begin())",
             "(int)std::as_const(*$e).empty()"), headers=("vector",
                                                          "utility")),
    Subject("map", "std::map<int, int>", "&$o", "std::map<int, int> *",
            ("(*$e)[$c] += $c;", "$e->emplace($c, $c);",
             "$e->insert_or_assign(1, $c);"),
            ("(int)$e->count(1)", "(int)($e->find(1) == $e->end())",
             "(int)$e->contains(1)"), headers=("map",), modern=True),
    Subject("string", "std::string", "&$o", "std::string *",
            ("*$e += 'x';", "$e->append(\"x\");", "$e->push_back('x');"),
            ("(int)$e->size()", "(int)($e->find('x') == 0)",
             "(int)*$e->c_str()", "(int)*$e->data()"), headers=("string",)),
    Subject("iterator", "std::vector<int>", "$o.begin()",
            "std::vector<int>::iterator", ("++*$e;", "$e[1] += $c;"),
            ("*$e", "$e[1]"), headers=("vector",), init="(3)"),
    Subject("span", "Row$n", "std::span<int>($o)", "std::span<int>",
            ("++$e[1];", "$e.front() += $c;"), ("$e[1]", "(int)$e.size()"),
            headers=("span",), types="typedef int Row$n[4];\n", modern=True),
    Subject("reference-wrapper", "int", "std::ref($o)",
            "std::reference_wrapper<int>", ("$e.get() += $c;",),
            ("$e.get()",), headers=("functional",),
            only=("vector", "deque", "list", "map-insert", "optional", "any",
                  "closure-returns")),
    Subject("template-static", "int", "&$o", "int *", ("*$e += $c;",),
            ("*$e",), tags="struct Tag$m {};\n", own="Cell$n<Tag$m>::S$n",
            types="template <class T> struct Cell$n { static inline int S$n; "
            "};\n"),
    Subject("template-function-static", "int", "&$o", "int *",
            ("*$e += $c;",), ("*$e",), tags="struct Tag$m {};\n",
            own="cell$n<Tag$m>()", types="template <class T> int &cell$n() { "
            "static int S$n; return S$n; }\n"),
    Subject("closure", _FN, "&$o", _FN + " *", ("(*$e)($c);",),
            ("(int)static_cast<bool>(*$e)",), headers=("functional",),
            init=" = [N = 0](int c) mutable { return N += c; }"),
]
