#!/usr/bin/env python3
"""The keepers that generated programs pass an address or a closure through.

A table of text (flow_parts.py says what its holes mean): plain ones, that C
has, too; classes and templates; the C++ library.
"""

from flow_parts import keeper, struct

_BOX = "struct Box$n { int A = 0; $V P{}; };\n"
_REC = struct("Rec$n", "int A; $V P; int B;")
_ACCESS = ("class Acc$n { int A = 0; $V P{}; public: void set($V p) { P = p; }"
           " $V get() const { return P; } $V &slot() { return P; }"
           " const $V &slot() const { return P; }"
           " Acc$n &with($V p) { P = p; return *this; } };\n")

PLAIN = [
    keeper("raw", "$V", "$o = $v;", "$o", init="$v", c=True),
    keeper("pointer-to-pointer", "$V *",
           "static $V Cell$m; Cell$m = $v; $o = &Cell$m;", "*$o", c=True),
    keeper("pointer-to-new", "$V *", "$o = new $V($v);", "*$o", "$o[0]"),
    keeper("array", "Arr$n", "$o[1] = $v;", "$o[1]", "*($o + 1)", c=True,
           types="typedef $V Arr$n[3];\n", other="$o[2] = $w;",
           init="{0, $v}"),
    keeper("array-variable-index", "Arr$n", "$o[1] = $v; $o[2] = $v;",
           "$o[1 + ($c & 1)]", c=True, types="typedef $V Arr$n[3];\n"),
    keeper("field", "Rec$n", "$o.P = $v;", "$o.P", "(&$o)->P", types=_REC,
           init="{0, $v, 0}", c=True),
    keeper("nested-field", "Out$n", "$o.I.P = $v;", "$o.I.P", c=True,
           types=struct("In$n", "int A; $V P;") +
           struct("Out$n", "int A; In$n I;"), init="{0, {0, $v}}"),
    keeper("array-of-structs", "Rows$n", "$o[1].P = $v;", "$o[1].P",
           "($o + 1)->P", types=_REC + "typedef Rec$n Rows$n[3];\n",
           other="$o[2].P = $w;", c=True),
    keeper("linked-list", "List$n",
           "{ Node$n *x = (Node$n *)malloc(sizeof(Node$n)); x->P = $v; "
           "x->Next = $o.Head; $o.Head = x; }",
           "$o.Head->P", "last$n(&$o)", headers=("stdlib.h",), c=True,
           types="typedef struct Node$n Node$n;\n"
           "struct Node$n { $V P; Node$n *Next; };\n" +
           struct("List$n", "Node$n *Head;") +
           "static inline $V last$n(List$n *l) { Node$n *x = l->Head; "
           "while (x->Next) x = x->Next; return x->P; }\n", trivial=True),
    keeper("static-list", "List$n",
           "static Node$n Link$m; Link$m.P = $v; Link$m.Next = $o.Head; "
           "$o.Head = &Link$m;", "$o.Head->P", c=True,
           types="typedef struct Node$n Node$n;\n"
           "struct Node$n { $V P; Node$n *Next; };\n" +
           struct("List$n", "Node$n *Head;")),
    keeper("own-table", "Tab$n", "put$n(&$o, 5, $v);", "get$n(&$o, 5)",
           types=struct("Tab$n", "int Keys[8]; $V Rows[8];") +
           "static inline void put$n(Tab$n *t, int k, $V v) "
           "{ t->Keys[k & 7] = k; t->Rows[k & 7] = v; }\n"
           "static inline $V get$n(const Tab$n *t, int k) "
           "{ return t->Rows[k & 7]; }\n", other="put$n(&$o, 6, $w);", c=True),
    keeper("void-pointer", "Any$n", "$o.P = (void *)$v;", "(($V)$o.P)",
           types=struct("Any$n", "int A; void *P;"), pointer=True, c=True),
    keeper("integer", "Num$n", "$o.P = (unsigned long)$v;", "(($V)$o.P)",
           types=struct("Num$n", "int A; unsigned long P;"), pointer=True,
           c=True),
    keeper("memcpy", "Rec$n", "{ $V x = $v; memcpy(&$o.P, &x, sizeof x); }",
           "$o.P", types=_REC, pointer=True, headers=("string.h",), c=True),
    keeper("struct-copy", "Rec$n",
           "{ Rec$n x; x.A = 1; x.P = $v; x.B = 2; $o = x; }", "$o.P",
           types=_REC, c=True),
    keeper("union", "Uni$n", "$o.P = $v;", "$o.P", c=True, pointer=True,
           types="typedef union Uni$n { long L; $V P; } Uni$n;\n"),
    keeper("out-parameter", "Rec$n", "into$n(&$o.P, $v);", "out$n(&$o)",
           types=_REC + "static inline void into$n($V *to, $V v) "
           "{ *to = v; }\n"
           "static inline void give$n(Rec$n *o, $V *to) { *to = o->P; }\n"
           "static inline $V out$n(Rec$n *o) "
           "{ $V x = o->P; give$n(o, &x); return x; }\n", c=True),
]

CLASSES = [
    keeper("setter-getter", "Acc$n", "$o.set($v);", "$o.get()",
           "static_cast<const Acc$n &>($o).get()", types=_ACCESS),
    keeper("accessor", "Acc$n", "$o.slot() = $v;", "$o.slot()",
           "static_cast<const Acc$n &>($o).slot()", types=_ACCESS),
    keeper("fluent-setter", "Acc$n", "$o.with($v).with($v);", "$o.get()",
           types=_ACCESS),
    keeper("reference-member", "Ref$n *", "$o = new Ref$n{*$v};", "&$o->R",
           types="struct Ref$n { $X &R; };\n", pointer=True),
    keeper("constructor-reference", "Svc$n *", "$o = new Svc$n(*$v);",
           "&$o->get()", pointer=True,
           types="class Svc$n { $X &R; public: explicit Svc$n($X &r) : R(r) "
           "{} $X &get() const { return R; } };\n"),
    keeper("constructor-value", "Val$n", "$o = Val$n($v);", "$o.get()",
           types="class Val$n { $V P{}; public: Val$n() = default; explicit "
           "Val$n($V p) : P(p) {} $V get() const { return P; } };\n"),
    keeper("base-class", "Der$n", "$o.set($v);", "$o.get()",
           types=_ACCESS + "struct Der$n : Acc$n { int B = 0; };\n"),
    keeper("virtual-get", "Abs$n *", "$o = new Imp$n($v);", "$o->get()",
           types="struct Abs$n { virtual $V get() const = 0; virtual ~Abs$n()"
           " {} };\nclass Imp$n : public Abs$n { $V P; public: explicit "
           "Imp$n($V p) : P(p) {} $V get() const override { return P; } };\n"
           "struct Non$n : Abs$n { $V get() const override { return $V(); } "
           "};\n"),
    keeper("crtp", "Leaf$n", "$o.put($v);", "$o.take()",
           types="template <class D> struct Crtp$n { void put($V p) { "
           "static_cast<D *>(this)->P = p; } $V take() const { return "
           "static_cast<const D *>(this)->P; } };\nstruct Leaf$n : "
           "Crtp$n<Leaf$n> { $V P{}; };\nstruct Idle$n : Crtp$n<Idle$n> { $V "
           "P{}; };\n"),
    keeper("template-class", "Slot$n<$V>", "$o.put($v);", "$o.get()",
           types="template <class T> class Slot$n { T P{}; public: void put("
           "T p) { P = p; } T get() const { return P; } };\n"),
    keeper("template-static", "int", "Reg$n<Tag$m>::P$n = $v;",
           "Reg$n<Tag$m>::P$n", tags="struct Tag$m {};\n",
           own="Reg$n<Tag$m>::P$n", types="template <class T> struct Reg$n { "
           "static inline $V P$n{}; };\n"),
    keeper("template-function-static", "int", "reg$n<Tag$m>() = $v;",
           "reg$n<Tag$m>()", tags="struct Tag$m {};\n", own="reg$n<Tag$m>()",
           types="template <class T> $V &reg$n() { static $V P$n{}; return "
           "P$n; }\n"),
    keeper("data-member-pointer", "Two$n", "$o.*by$n(1) = $v;",
           "$o.*by$n(1)", "(&$o)->*by$n(1)",
           types="struct Two$n { $V P{}; $V Q{}; };\nusing Dm$n = $V Two$n::*;"
           "\ninline Dm$n by$n(int i) { static constexpr Dm$n T[] = {"
           "&Two$n::P, &Two$n::Q}; return T[i]; }\n", other="$o.P = $w;"),
    keeper("member-function-table", "Acc$n", "($o.*sets$n[0])($v);",
           "($o.*gets$n[0])()", types=_ACCESS +
           "using Sm$n = void (Acc$n::*)($V);\nusing Gm$n = $V (Acc$n::*)() "
           "const;\nconstexpr Sm$n sets$n[] = {&Acc$n::set};\nconstexpr Gm$n "
           "gets$n[] = {&Acc$n::get};\n"),
    keeper("overloaded-arrow", "Arr$n", "$o->P = $v;", "$o->P",
           types=_BOX + "class Arr$n { Box$n B; public: Box$n *operator->() {"
           " return &B; } Box$n &operator*() { return B; } };\n"),
    keeper("conversion", "Con$n", "$o = Con$n{$v};", "static_cast<$V>($o)",
           types="struct Con$n { $V P{}; operator $V() const { return P; } "
           "};\n"),
    keeper("own-view", "View$n", "static $V Back$m[2]; Back$m[1] = $v; "
           "$o = View$n{Back$m, 2};", "$o[1]", "*($o.begin() + 1)",
           types="struct View$n { $V *P = nullptr; int N = 0; $V &operator[]("
           "int i) const { return P[i]; } $V *begin() const { return P; } "
           "};\n"),
    keeper("own-smart-pointer", "Own$n", "$o.reset($v);", "$o.get()",
           "&*$o", pointer=True,
           types="class Own$n { $V P{}; public: void reset($V p) { P = p; } "
           "$V get() const { return P; } $X &operator*() const { return *P; }"
           " $X *operator->() const { return P; } };\n"),
]

LIBRARY = [
    keeper("vector", "std::vector<$V>", "$o.push_back($v);", "$o[0]",
           "$o.at(0)", "$o.front()", "*$o.begin()", "$o.data()[0]",
           "std::as_const($o).at(0)", headers=("vector", "utility"),
           other="$o.push_back($w);", init="{$v}"),
    keeper("vector-emplace", "std::vector<Box$n>", "$o.emplace_back(); "
           "$o.back().P = $v;", "$o[0].P", "$o.begin()->P",
           headers=("vector",), types=_BOX),
    keeper("vector-range-for", "std::vector<$V>", "$o.insert($o.end(), $v);",
           "each$n($o)", headers=("vector",),
           types="inline $V each$n(const std::vector<$V> &l) { $V x{}; for "
           "(const auto &p : l) x = p; return x; }\n"),
    keeper("deque", "std::deque<$V>", "$o.push_front($v);", "$o.front()",
           "$o[0]", "std::as_const($o).back()", headers=("deque", "utility")),
    keeper("list", "std::list<$V>", "$o.push_back($v);", "$o.back()",
           "*$o.begin()", headers=("list",)),
    keeper("std-array", "std::array<$V, 3>", "$o[1] = $v;", "$o[1]",
           "$o.at(1)", "std::get<1>($o)", headers=("array",),
           other="$o[2] = $w;"),
    keeper("array-fill", "std::array<$V, 3>", "$o.fill($v);", "$o[2]",
           headers=("array",)),
    keeper("map", "std::map<int, $V>", "$o[7] = $v;", "$o.at(7)",
           "$o.find(7)->second", "$o.begin()->second", "$o[7]",
           "std::as_const($o).find(7)->second",
           headers=("map", "utility"), other="$o[9] = $w;",
           init="{{7, $v}}"),
    keeper("map-emplace", "std::map<int, $V>", "$o.emplace(7, $v);",
           "$o.at(7)", "each$n($o)", headers=("map",),
           types="inline $V each$n(const std::map<int, $V> &l) { $V x{}; for "
           "(const auto &[k, p] : l) x = p; return x; }\n"),
    keeper("map-insert", "std::map<int, $V>", "$o.insert({7, $v});",
           "$o.find(7)->second", headers=("map",)),
    keeper("string-map", "std::map<std::string, $V>", '$o["x"] = $v;',
           '$o.at("x")', '$o.find("x")->second', headers=("map", "string"),
           other='$o["y"] = $w;'),
    keeper("unordered-map", "std::unordered_map<int, $V>",
           "$o.try_emplace(7, $v);", "$o.at(7)", "$o.find(7)->second",
           "$o[7]", headers=("unordered_map",)),
    keeper("set", "std::set<$V>", "$o.insert($v);", "*$o.begin()",
           "*$o.rbegin()", headers=("set",), pointer=True),
    keeper("pair", "std::pair<int, $V>", "$o = std::make_pair(1, $v);",
           "$o.second", "std::get<1>($o)", headers=("utility",),
           init="{1, $v}"),
    keeper("tuple", "std::tuple<int, $V, long>",
           "$o = std::make_tuple(1, $v, 2L);", "std::get<1>($o)",
           "bound$n($o)", "std::get<$V>($o)", headers=("tuple",),
           types="inline $V bound$n(const std::tuple<int, $V, long> &t) { "
           "const auto &[a, b, c] = t; return b; }\n"),
    keeper("tie", "std::tuple<int, $V>", "$o = {1, $v};", "tied$n($o)",
           headers=("tuple",),
           types="inline $V tied$n(const std::tuple<int, $V> &t) { int a; $V "
           "b{}; std::tie(a, b) = t; return b; }\n"),
    keeper("optional", "std::optional<$V>", "$o = $v;", "*$o", "$o.value()",
           headers=("optional",)),
    keeper("optional-emplace", "std::optional<Box$n>",
           "$o.emplace().P = $v;", "$o->P", headers=("optional",), types=_BOX),
    keeper("variant", "std::variant<int, $V>", "$o = $v;",
           "std::get<1>($o)", "*std::get_if<1>(&$o)", "visit$n($o)",
           headers=("variant",),
           types="inline $V visit$n(std::variant<int, $V> &o) { $V x{}; "
           "std::visit([&x](auto &p) { if constexpr (std::is_same_v<"
           "std::decay_t<decltype(p)>, $V>) x = p; }, o); return x; }\n"),
    keeper("any", "std::any", "$o = static_cast<$V>($v);",
           "std::any_cast<$V>($o)", "*std::any_cast<$V>(&$o)",
           headers=("any",)),
    keeper("reference-wrapper", "std::vector<std::reference_wrapper<$X>>",
           "$o.push_back(std::ref(*$v));", "&$o[0].get()",
           "&static_cast<$X &>($o[0])", headers=("functional", "vector"),
           pointer=True),
    keeper("unique-ptr", "std::unique_ptr<Box$n>",
           "$o = std::make_unique<Box$n>(); $o->P = $v;", "$o->P", "(*$o).P",
           headers=("memory",), types=_BOX),
    keeper("unique-ptr-deleter", "std::unique_ptr<$X, Not$n>",
           "$o.reset($v);", "$o.get()", "&*$o", headers=("memory",),
           types="struct Not$n { void operator()($X *) const {} };\n",
           pointer=True),
    keeper("shared-ptr", "std::shared_ptr<Box$n>",
           "$o = std::make_shared<Box$n>(); $o->P = $v;", "$o->P",
           "$o.get()->P", headers=("memory",), types=_BOX),
    keeper("shared-ptr-alias", "std::shared_ptr<$X>",
           "$o = std::shared_ptr<$X>(std::make_shared<int>(1), $v);",
           "$o.get()", headers=("memory",), pointer=True,
           digests=("$o.get()",)),
    keeper("weak-ptr", "Wea$n",
           "$o.S = std::make_shared<Box$n>(); $o.S->P = $v; $o.W = $o.S;",
           "$o.W.lock()->P", headers=("memory",), digests=("$o.S",),
           types=_BOX + "struct Wea$n { std::shared_ptr<Box$n> S; "
           "std::weak_ptr<Box$n> W; };\n"),
    keeper("vector-of-unique", "std::vector<std::unique_ptr<Box$n>>",
           "$o.push_back(std::make_unique<Box$n>()); $o.back()->P = $v;",
           "$o[0]->P", "$o.front()->P", headers=("memory", "vector"),
           types=_BOX),
    keeper("map-of-vectors", "std::map<int, std::vector<$V>>",
           "$o[3].push_back($v);", "$o.at(3)[0]", "$o[3].back()",
           headers=("map", "vector")),
    keeper("closure-returns", "std::function<$V()>",
           "$o = [p = $v] { return p; };", "$o()", headers=("functional",)),
    keeper("closure-by-reference", "std::function<$V()>",
           "static $V Cell$m; Cell$m = $v; $o = ref$n(Cell$m);", "$o()",
           headers=("functional",),
           types="inline std::function<$V()> ref$n($V &r) { return [&r] { "
           "return r; }; }\n"),
    keeper("bind-returns", "std::function<$V()>",
           "$o = std::bind(&same$n, $v);", "$o()", headers=("functional",),
           types="inline $V same$n($V p) { return p; }\n"),
    keeper("mem-fn-get", "Acc$n", "std::invoke(&Acc$n::set, $o, $v);",
           "std::mem_fn(&Acc$n::get)($o)", "std::invoke(&Acc$n::get, $o)",
           headers=("functional",), types=_ACCESS),
    keeper("iterator", "Ite$n", "$o.L.push_back($v); $o.I = $o.L.begin();",
           "*$o.I", headers=("vector",), digests=("$o.L",),
           types="struct Ite$n { std::vector<$V> L; "
           "std::vector<$V>::iterator I; };\n"),
    keeper("map-iterator", "Ite$n", "$o.I = $o.L.insert({1, $v}).first;",
           "$o.I->second", headers=("map",), digests=("$o.L",),
           types="struct Ite$n { std::map<int, $V> L; "
           "std::map<int, $V>::iterator I; };\n"),
    keeper("span", "std::span<$V>",
           "static $V Back$m[2]; Back$m[1] = $v; $o = Back$m;", "$o[1]",
           "$o.back()", "*($o.begin() + 1)", "$o.subspan(1)[0]",
           headers=("span",), modern=True),
    keeper("swap", "Two$n", "$o.P = $v; std::swap($o.P, $o.Q);", "$o.Q",
           headers=("utility",), types="struct Two$n { $V P{}; $V Q{}; };\n"),
    keeper("exchange", "Two$n", "$o.P = $v; "
           "$o.Q = std::exchange($o.P, $V());", "$o.Q", headers=("utility",),
           types="struct Two$n { $V P{}; $V Q{}; };\n"),
    keeper("move-vector", "Two$n", "$o.P.push_back($v); "
           "$o.Q = std::move($o.P);", "$o.Q[0]",
           headers=("utility", "vector"), digests=("$o.P", "$o.Q"),
           types="struct Two$n { std::vector<$V> P, Q; };\n"),
    keeper("swap-vector", "Two$n", "$o.P.push_back($v); $o.P.swap($o.Q);",
           "$o.Q[0]", headers=("vector",), digests=("$o.P", "$o.Q"),
           types="struct Two$n { std::vector<$V> P, Q; };\n"),
    keeper("copy-algorithm", "Two$n", "$o.P.push_back($v); std::copy("
           "$o.P.begin(), $o.P.end(), std::back_inserter($o.Q));", "$o.Q[0]",
           headers=("vector", "algorithm", "iterator"),
           digests=("$o.P", "$o.Q"),
           types="struct Two$n { std::vector<$V> P, Q; };\n"),
    keeper("rotor", "Two$n", "$o.P = $v; $o.Q = $v; $o.N = 0;", "$o.P",
           headers=("utility",), turns="std::swap($o.P, $o.Q); ++$o.N;",
           types="struct Two$n { $V P{}; $V Q{}; int N = 0; };\n"),
]

KEEPERS = PLAIN + CLASSES + LIBRARY
