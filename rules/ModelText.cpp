//===- ModelText.cpp - Models as text -------------------------------------===//
//
// A field is left out where it has its default value, so that the text is what
// a person would have written.
//
//===----------------------------------------------------------------------===//
#include "ModelText.h"
#include "facts/EnumNames.h"
#include "facts/ModelFields.h"
#include "io/Printable.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace stateless;
using llvm::StringRef;

//===-- As a rule file gives them -----------------------------------------===//

/// Text in double quotes, which YAML and JSON write alike.
static std::string fieldText(const std::string &Text) {
  return llvm::formatv("{0}", llvm::json::Value(Text)).str();
}
static std::string fieldText(bool Flag) { return Flag ? "on" : "off"; }
static std::string fieldText(ArgumentIndex Index) {
  return Index == ReceiverArgument ? "receiver" : std::to_string(Index);
}
template <typename Enum>
  requires std::is_enum_v<Enum>
static std::string fieldText(Enum E) {
  return enumWord(E);
}
template <typename T> static std::string fieldText(const std::optional<T> &V) {
  return V ? fieldText(*V) : "";
}
template <typename T> static std::string fieldText(const std::vector<T> &List) {
  std::vector<std::string> Items;
  for (const T &Item : List)
    Items.push_back(fieldText(Item));
  return Items.size() == 1 ? Items[0] : "[" + llvm::join(Items, ", ") + "]";
}

template <typename Model>
static std::string modelText(const Model &M, const ModelKind &Kind) {
  std::vector<std::string> Fields;
  std::string First;
  const Model Default;
  visitModelMembers<Model>([&](const ModelKey &Key, auto Field) {
    std::string Text = fieldText(M.*Field);
    if (First.empty())
      First = Text;
    if ((isRequired(Key, Kind) && !*Key.With) || M.*Field != Default.*Field)
      Fields.push_back(std::string(Key.Key) + ": " + Text);
  });
  bool NameAlone = Kind.Form == ModelForm::Names ||
                   (Kind.Form == ModelForm::Either && Fields.size() == 1);
  return NameAlone ? First : "{" + llvm::join(Fields, ", ") + "}";
}

/// \p Any: something stands below `models` already.
template <typename Owner>
static bool printKinds(const Owner &Known, bool Any, llvm::raw_ostream &OS) {
  visitModelKinds<Owner>([&](const ModelKind &Kind, auto List, auto... Fixed) {
    if (Kind.Shared && sizeof...(Fixed) == 0)
      return;
    bool AnyOfKind = false;
    for (const auto &Model : Known.*List) {
      if (!((Model.*(Fixed.Field) == Fixed.Value) && ...))
        continue;
      if (!std::exchange(Any, true))
        OS << "models:\n";
      if (!std::exchange(AnyOfKind, true))
        OS << "  " << Kind.Key << ":\n";
      OS << "    - " << printable(modelText(Model, Kind)) << '\n';
    }
  });
  return Any;
}

void stateless::printModels(const Models &Known, const CheckModels &ForChecks,
                            llvm::raw_ostream &OS) {
  printKinds(ForChecks, printKinds(Known, false, OS), OS);
}

//===-- The schema --------------------------------------------------------===//

namespace {

/// The JSON object that describes one field, by the type of the field.
class FieldSchema {
public:
  FieldSchema(llvm::json::OStream &J, bool Required)
      : J(J), Required(Required) {}

  void write(const std::string &) { reference("text"); }
  void write(const std::vector<std::string> &) { reference("texts"); }
  void write(ArgumentIndex Default) {
    reference("argument");
    J.attribute("default", Default);
  }
  void write(const std::optional<ArgumentIndex> &) { reference("argument"); }
  void write(const std::vector<ArgumentIndex> &) { reference("arguments"); }
  void write(bool Default) {
    reference("flag");
    J.attribute("default", Default);
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void write(Enum Default) {
    J.attributeArray("enum", [&] {
      for (const std::string &Word : enumWords<Enum>())
        J.value(Word);
    });
    if (!Required)
      J.attribute("default", enumWord(Default));
  }

private:
  void reference(StringRef Name) {
    J.attribute("$ref", ("#/$defs/" + Name).str());
  }

  llvm::json::OStream &J;
  bool Required;
};

/// Which keys one kind of model must have.
template <typename Model>
void requiredKeys(llvm::json::OStream &J, const ModelKind &Kind) {
  auto Names = [&](StringRef Attribute, StringRef First, StringRef With) {
    J.attributeArray(Attribute, [&] {
      if (!First.empty())
        J.value(First);
      visitModelMembers<Model>([&](const ModelKey &Key, auto) {
        if (isRequired(Key, Kind) && With == Key.With)
          J.value(Key.Key);
      });
    });
  };
  bool Required = false, Alternatives = false, Needs = false;
  visitModelMembers<Model>([&](const ModelKey &Key, auto) {
    Required |= isRequired(Key, Kind) && !*Key.With;
    Alternatives |= Key.Alternative;
    Needs |= *Key.Needs != 0;
  });
  if (Required)
    Names("required", "", "");
  if (Alternatives)
    J.attributeArray("oneOf", [&] {
      visitModelMembers<Model>([&](const ModelKey &Key, auto) {
        if (Key.Alternative)
          J.object([&] { Names("required", Key.Key, Key.Key); });
      });
    });
  if (Needs)
    J.attributeObject("dependentRequired", [&] {
      visitModelMembers<Model>([&](const ModelKey &Key, auto) {
        if (*Key.Needs)
          J.attributeArray(Key.Key, [&] { J.value(Key.Needs); });
      });
    });
}

template <typename Model>
void modelObject(llvm::json::OStream &J, const ModelKind &Kind) {
  J.attribute("type", "object");
  J.attribute("additionalProperties", false);
  requiredKeys<Model>(J, Kind);
  J.attributeObject("properties", [&] {
    const Model Default;
    visitModelMembers<Model>([&](const ModelKey &Key, auto Field) {
      J.attributeObject(Key.Key, [&] {
        if (*Key.Says)
          J.attribute("description", Key.Says);
        FieldSchema(J, isRequired(Key, Kind)).write(Default.*Field);
      });
    });
  });
}

template <typename Model>
void kindObject(llvm::json::OStream &J, const ModelKind &Kind) {
  J.attribute("description", Kind.Says);
  if (Kind.Form == ModelForm::Names) {
    J.attribute("$ref", "#/$defs/texts");
    return;
  }
  J.attribute("type", "array");
  J.attributeObject("items", [&] {
    if (Kind.Form == ModelForm::Entries)
      return modelObject<Model>(J, Kind);
    J.attributeArray("oneOf", [&] {
      J.object([&] { J.attribute("$ref", "#/$defs/text"); });
      J.object([&] { modelObject<Model>(J, Kind); });
    });
  });
}

} // namespace

std::string stateless::modelSchema() {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    auto Describe = [&]<typename Model, typename Owner>(
                        const ModelKind &Kind, std::vector<Model> Owner::*,
                        auto...) {
      J.attributeObject(Kind.Key, [&] { kindObject<Model>(J, Kind); });
    };
    visitModelKinds<Models>(Describe);
    visitModelKinds<CheckModels>(Describe);
  });
  // Without the braces, and as deep as it stands.
  StringRef Members = StringRef(Text).drop_front().drop_back().trim();
  std::string Result;
  for (char C : Members)
    Result += C == '\n' ? "\n      " : std::string(1, C);
  return Result;
}
