//===- Dump.cpp - Facts as a person reads them ----------------------------===//
//
// One walk over visitFields(), so that a new field shows up by itself. It must
// not know what the facts are used for.
//
//===----------------------------------------------------------------------===//
#include "facts/Dump.h"

#include "facts/EnumNames.h"
#include "facts/FactFields.h"
#include "facts/FactPool.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

namespace stateless {
namespace {

llvm::StringRef symbolText(SymbolId Id, const StringTable &Strings,
                           const SymbolNames &Names) {
  auto It = Names.find(Id);
  return Strings[It == Names.end() ? Id : It->second];
}

/// Prints one value. Shared children make the text exponential in the number
/// of values and the depth unbounded, hence the limit.
class ValuePrinter {
public:
  ValuePrinter(llvm::ArrayRef<Value> Values, const StringTable &Strings,
               const SymbolNames &Names)
      : Values(Values), Strings(Strings), Names(Names) {}

  std::string text(ValueId Id) {
    print(Id);
    return std::move(Text);
  }

private:
  static constexpr size_t MaxText = 1000;

  void print(ValueId Id) {
    if (Text.size() > MaxText)
      return cutOff();
    const Value &V = Values[Id.Value];
    switch (V.Kind) {
    case ValueKind::Unknown:
      return put("?");
    case ValueKind::Text:
      return quote(Strings[V.Text]);
    case ValueKind::Integer:
      return put(std::to_string(V.Number));
    case ValueKind::Concat:
      return call("concat", V);
    case ValueKind::BitOr:
      return call("or", V);
    case ValueKind::Join:
      return call("join", V);
    case ValueKind::Choice:
      return call("choice", V);
    case ValueKind::Parameter:
      return put("param " + std::to_string(V.Index));
    case ValueKind::Variable:
      return put("var " + symbolText(V.Symbol, Strings, Names).str());
    case ValueKind::Field:
      of(V);
      return put("field " + symbolText(V.Symbol, Strings, Names).str());
    case ValueKind::CallResult:
      of(V);
      if (V.Index != 0)
        put("argument " + std::to_string(V.Index - 1) + " of ");
      return call(symbolText(V.Symbol, Strings, Names), V);
    case ValueKind::Environment:
      put("env ");
      return quote(Strings[V.Text]);
    case ValueKind::CommandLine:
      return put("command-line");
    case ValueKind::TempDirectory:
      return put("temp-directory");
    case ValueKind::Parent:
      return call("parent", V);
    case ValueKind::Behind:
      return call("behind", V);
    case ValueKind::Setting:
      return call(Strings[V.Symbol], V);
    case ValueKind::This:
      return put("this");
    case ValueKind::Made:
    case ValueKind::Object:
      put("new ");
      return call(symbolText(V.Symbol, Strings, Names), V);
    case ValueKind::Changed:
      return call("changed", V);
    case ValueKind::Given:
    case ValueKind::Appended:
    case ValueKind::Joined:
    case ValueKind::Within:
      put(V.Kind == ValueKind::Given      ? "given "
          : V.Kind == ValueKind::Appended ? "appended "
          : V.Kind == ValueKind::Joined   ? "joined "
                                          : "within ");
      return call(symbolText(V.Symbol, Strings, Names), V);
    }
  }

  void put(llvm::StringRef More) { Text += More; }

  void of(const Value &V) {
    if (!V.Of)
      return;
    print(V.Of);
    put(" -> ");
  }

  void quote(llvm::StringRef Literal) {
    put("\"");
    for (unsigned char C : Literal.take_front(MaxText))
      if (C < ' ')
        put("\\x" + llvm::utohexstr(C, /*LowerCase=*/true, /*Width=*/2));
      else
        put((C == '"' || C == '\\' ? "\\" : "") + std::string(1, C));
    put(Literal.size() > MaxText ? "...\"" : "\"");
  }

  void call(llvm::StringRef Name, const Value &V) {
    put(Name);
    put("(");
    for (size_t I = 0; I != V.Args.size() && !Cut; ++I) {
      put(I == 0 ? "" : ", ");
      print(V.Args[I]);
    }
    put(Cut ? "" : ")");
  }

  void cutOff() {
    put(Cut ? "" : "...");
    Cut = true;
  }

  llvm::ArrayRef<Value> Values;
  const StringTable &Strings;
  const SymbolNames &Names;
  std::string Text;
  bool Cut = false;
};

class Dumper {
public:
  Dumper(llvm::ArrayRef<Type> Types, llvm::ArrayRef<Value> Values,
         const StringTable &Strings, llvm::raw_ostream &OS)
      : Types(Types), Values(Values), Strings(Strings), Out(OS, 2) {}

  template <typename T> void learnNames(llvm::ArrayRef<T> Entities) {
    for (const T &E : Entities)
      if (E.Symbol && E.QualifiedName)
        Names.try_emplace(E.Symbol, E.QualifiedName);
  }

  template <typename T>
  void attribute(llvm::StringRef Name, llvm::ArrayRef<T> List) {
    Out.attributeArray(Name, [&] { items(List); });
  }
  void attribute(llvm::StringRef Name, bool V) { Out.attribute(Name, V); }
  void attribute(llvm::StringRef Name, StringId Id) {
    Out.attributeBegin(Name);
    value(Id);
    Out.attributeEnd();
  }

  void object(llvm::function_ref<void()> Contents) { Out.object(Contents); }

private:
  void text(llvm::StringRef Text) {
    Out.value(llvm::json::isUTF8(Text) ? Text.str()
                                       : llvm::json::fixUTF8(Text));
  }

  template <typename T> void items(llvm::ArrayRef<T> List) {
    for (size_t I = 0; I != List.size(); ++I)
      if constexpr (std::same_as<T, Value>)
        value(ValueId{static_cast<uint32_t>(I)});
      else
        value(List[I]);
  }

  void value(StringId Id) { text(Strings[Id]); }
  void value(ValueId Id) { text(valueText(Id, Values, Strings, Names)); }
  void value(bool V) { Out.value(V); }
  void value(int64_t V) { Out.value(V); }
  void value(uint32_t V) { Out.value(V); }

  void value(TypeId Id) {
    const Type &T = Types[Id.Value];
    if (T.Spelling || T.Name)
      return text(Strings[T.Spelling ? T.Spelling : T.Name]);
    text(Id ? "type " + std::to_string(Id.Value) : "?");
  }

  void value(const Location &L) {
    text((Strings[L.File] + ":" + llvm::Twine(L.Line) + ":" +
          llvm::Twine(L.Column))
             .str());
  }

  template <FactEnum T> void value(T E) {
    text({enumName(E).data(), enumName(E).size()});
  }

  template <typename T> void value(const std::vector<T> &List) {
    Out.array([&] { items(llvm::ArrayRef(List)); });
  }

  template <Fact T> void value(const T &F) {
    Out.object([&] {
      const T Default;
      visitMembers<T>([&](const char *Name, auto Member) {
        // What kind of thing it is, a reader wants to see always.
        if (llvm::StringRef(Name) != "Kind" &&
            equalFacts(F.*Member, Default.*Member))
          return;
        Out.attributeBegin(Name);
        value(F.*Member);
        Out.attributeEnd();
      });
    });
  }

  llvm::ArrayRef<Type> Types;
  llvm::ArrayRef<Value> Values;
  const StringTable &Strings;
  llvm::json::OStream Out;
  SymbolNames Names;
};

} // namespace

std::string valueText(ValueId Id, llvm::ArrayRef<Value> Values,
                      const StringTable &Strings, const SymbolNames &Names) {
  return ValuePrinter(Values, Strings, Names).text(Id);
}

void dumpFacts(const TuFacts &Facts, llvm::raw_ostream &OS) {
  Dumper Out(Facts.Types, Facts.Values, Facts.Strings, OS);
  Out.learnNames(llvm::ArrayRef(Facts.Variables));
  Out.learnNames(llvm::ArrayRef(Facts.Fields));
  Out.learnNames(llvm::ArrayRef(Facts.Functions));
  Out.object([&] {
    visitFields(Facts, [&](const char *Name, const auto &F) {
      if constexpr (FactVector<std::remove_cvref_t<decltype(F)>>)
        Out.attribute(Name, llvm::ArrayRef(F));
      else
        Out.attribute(Name, F);
    });
  });
  OS << '\n';
}

void dumpProgram(const Program &P, llvm::raw_ostream &OS) {
  Dumper Out(P.types(), P.values(), P.strings(), OS);
  Out.learnNames(P.variables());
  Out.learnNames(P.fields());
  Out.learnNames(P.functions());
  Out.object([&] {
    Out.attribute("Whole", P.isWhole());
    Out.attribute("MainFiles", P.mainFiles());
    Out.attribute("Types", P.types());
    Out.attribute("Values", P.values());
    Out.attribute("Variables", P.variables());
    Out.attribute("Fields", P.fields());
    Out.attribute("Classes", P.classes());
    Out.attribute("Functions", P.functions());
    Out.attribute("Directives", P.directives());
    Out.attribute("Problems", P.problems());
    Out.attribute("Files", P.files());
    Out.attribute("ConstCasts", P.constCasts());
    Out.attribute("NamedFunctions", P.namedFunctions());
    Out.attribute("GivenClasses", P.givenClasses());
    Out.attribute("Unseen", P.unseen());
  });
  OS << '\n';
}

} // namespace stateless
