//===- ModelReader.cpp - The `models` section -----------------------------===//
//
// A model is read by the list of its fields (facts/ModelFields.h), each field
// by its type. All keys are read before a model is given up, so that every
// mistake in it is reported. Only sections that checks are given, not the
// extractor, are read by functions of their own.
//
//===----------------------------------------------------------------------===//
#include "ModelReader.h"
#include "facts/EnumNames.h"
#include "facts/ModelFields.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace stateless;
using llvm::StringRef;

namespace {

using Key = RuleNode::Key;

constexpr StringRef VocabularyKeys[] = {"names"};
constexpr StringRef ReplaceKeys[] = {"replace"};

class SectionReader {
public:
  explicit SectionReader(RuleReader &Reader) : Reader(Reader) {}

  ModelSection read(const RuleNode &Node) {
    llvm::SmallVector<StringRef, 24> Keys;
    auto Add = [&](const ModelKind &Kind, auto...) {
      Keys.push_back(Kind.Key);
    };
    visitModelKinds<Models>(Add);
    visitModelKinds<CheckModels>(Add);
    Keys.append(
        {"type-categories", "own-categories", "state-kinds", "data-kinds"});
    Reader.entries(Node, "models", Keys,
                   [&](const Key &K, const RuleNode &Value) {
                     readSection(K.Text, Value);
                   });
    return std::move(Section);
  }

private:
  void readSection(StringRef Name, const RuleNode &Node) {
    if (Name == "type-categories")
      return readTypes(Node);
    if (Name == "own-categories")
      return readVocabulary(Name, Node, Section.OwnCategories);
    if (Name == "state-kinds")
      return readVocabulary(Name, Node, Section.StateKinds);
    if (Name == "data-kinds")
      return readVocabulary(Name, Node, Section.DataKinds);
    readKinds(Section.Known, Name, Node);
    readKinds(Section.ForChecks, Name, Node);
  }

  //===-- Models by their lists of fields ---------------------------------===//

  template <typename Owner>
  void readKinds(Owner &Into, StringRef Name, const RuleNode &Node) {
    visitModelKinds<Owner>(
        [&](const ModelKind &Kind, auto List, auto... Fixed) {
          if (Name == Kind.Key)
            readModels(Node, Kind, Into.*List, Fixed...);
        });
  }

  template <typename Model, typename... Presets>
  void readModels(const RuleNode &Node, const ModelKind &Kind,
                  std::vector<Model> &Into, Presets... Fixed) {
    auto Add = [&](Model M) {
      ((M.*(Fixed.Field) = Fixed.Value), ...);
      Into.push_back(std::move(M));
    };
    if (Kind.Form == ModelForm::Names) {
      for (std::string &Name : Reader.texts(Node, Kind.Key))
        Add(named<Model>(std::move(Name)));
      return;
    }
    Reader.items(Node, Kind.Key, [&](const RuleNode &Item) {
      size_t Before = Reader.errors();
      Model M = readModel<Model>(Item, Kind);
      if (Reader.errors() == Before)
        Add(std::move(M));
    });
  }

  /// A model of which only the first field is given.
  template <typename Model> static Model named(std::string Name) {
    Model M;
    bool First = true;
    visitModelMembers<Model>([&](const ModelKey &, auto Field) {
      if constexpr (std::is_same_v<decltype(Field), std::string Model::*>)
        if (First)
          M.*Field = std::move(Name);
      First = false;
    });
    return M;
  }

  template <typename Model>
  Model readModel(const RuleNode &Node, const ModelKind &Kind) {
    if (Kind.Form == ModelForm::Either && Node.Kind == RuleNode::Scalar)
      return named<Model>(Reader.text(Node, Kind.Key).value_or(""));
    Model M;
    llvm::SmallVector<StringRef, 12> Keys;
    visitModelMembers<Model>(
        [&](const ModelKey &Field, auto) { Keys.push_back(Field.Key); });
    Reader.entries(
        Node, Kind.Key, Keys, [&](const Key &K, const RuleNode &Value) {
          visitModelMembers<Model>([&](const ModelKey &Field, auto Member) {
            if (K.Text == Field.Key)
              readField(M.*Member, Value, Field.Key);
          });
        });
    if (Node.Kind == RuleNode::Map)
      requireKeys<Model>(Node, Kind);
    return M;
  }

  template <typename Model>
  void requireKeys(const RuleNode &Node, const ModelKind &Kind) {
    StringRef What = Kind.Key;
    std::vector<std::string> Choice;
    llvm::SmallVector<StringRef, 2> Chosen;
    visitModelMembers<Model>([&](const ModelKey &Field, auto) {
      if (!Field.Alternative)
        return;
      Choice.push_back(quotedText(Field.Key));
      if (Node.find(Field.Key))
        Chosen.push_back(Field.Key);
    });
    if (!Choice.empty() && Chosen.size() != 1)
      Reader.error(Node,
                   quotedText(What) + " needs " + llvm::join(Choice, " or "),
                   MistakeKind::MissingKey);
    visitModelMembers<Model>([&](const ModelKey &Field, auto) {
      StringRef With = Field.With;
      bool Senseless =
          !With.empty() &&
          llvm::any_of(Chosen, [&](StringRef Key) { return Key != With; });
      if (!Node.find(Field.Key)) {
        if (isRequired(Field, Kind) && !Senseless)
          require(Node, What, Field.Key);
        return;
      }
      if (Senseless)
        Reader.error(Node,
                     quotedText(Field.Key) + " goes with " + quotedText(With));
      if (*Field.Needs)
        require(Node, What, Field.Needs);
    });
  }

  void require(const RuleNode &Node, StringRef What, StringRef Name) {
    if (Node.Kind == RuleNode::Map && !Node.find(Name))
      Reader.error(Node, quotedText(What) + " needs " + quotedText(Name),
                   MistakeKind::MissingKey);
  }

  //===-- Fields by their types -------------------------------------------===//

  void readField(std::string &Into, const RuleNode &Node, StringRef What) {
    Into = Reader.text(Node, What).value_or("");
  }
  void readField(std::vector<std::string> &Into, const RuleNode &Node,
                 StringRef What) {
    Into = Reader.texts(Node, What);
  }
  void readField(bool &Into, const RuleNode &Node, StringRef What) {
    Into = Reader.flag(Node, What).value_or(false);
  }
  void readField(ArgumentIndex &Into, const RuleNode &Node, StringRef What) {
    Into = argument(Node, What);
  }
  void readField(std::optional<ArgumentIndex> &Into, const RuleNode &Node,
                 StringRef What) {
    Into = argument(Node, What);
  }
  void readField(std::vector<ArgumentIndex> &Into, const RuleNode &Node,
                 StringRef What) {
    if (Node.Kind != RuleNode::List) {
      Into = {argument(Node, What)};
      return;
    }
    for (const RuleNode &Item : Node.Items)
      Into.push_back(argument(Item, What));
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void readField(Enum &Into, const RuleNode &Node, StringRef What) {
    std::vector<std::string> Words = enumWords<Enum>();
    llvm::SmallVector<StringRef, 16> Known(Words.begin(), Words.end());
    Into = static_cast<Enum>(Reader.word(Node, What, Known).value_or(0));
  }

  ArgumentIndex argument(const RuleNode &Node, StringRef What) {
    if (Node.Kind == RuleNode::Scalar && Node.Text == "receiver")
      return ReceiverArgument;
    return Reader.number(Node, What, "'receiver' or ").value_or(0);
  }

  //===-- What checks are given -------------------------------------------===//

  void readTypes(const RuleNode &Node) {
    Reader.entries(
        Node, "type-categories", [&](const Key &K, const RuleNode &Value) {
          Section.Types.push_back({K.Text, Reader.texts(Value, K.Text)});
        });
  }

  void readVocabulary(StringRef Name, const RuleNode &Node,
                      std::vector<VocabularySetting> &Into) {
    Reader.entries(Node, Name, [&](const Key &Kind, const RuleNode &Value) {
      auto Read = [&](const Key &, const RuleNode &Names) {
        Into.push_back(wordsOf(Kind.Text, Names));
      };
      Reader.entries(Value, Kind.Text, VocabularyKeys, Read);
      require(Value, Kind.Text, "names");
    });
  }

  VocabularySetting wordsOf(StringRef Kind, const RuleNode &Names) {
    VocabularySetting Setting;
    Setting.Kind.Kind = Kind.str();
    if (Names.Kind != RuleNode::Map) {
      Setting.Kind.Names = Reader.texts(Names, "names");
      return Setting;
    }
    Reader.entries(Names, "names", ReplaceKeys,
                   [&](const Key &K, const RuleNode &Value) {
                     Setting.Kind.Names = Reader.texts(Value, K.Text);
                     Setting.Replace = true;
                   });
    return Setting;
  }

  RuleReader &Reader;
  ModelSection Section;
};

} // namespace

ModelSection stateless::readModels(RuleReader &Reader, const RuleNode &Node) {
  return SectionReader(Reader).read(Node);
}

void stateless::requireCategories(RuleFile &File,
                                  llvm::ArrayRef<StringRef> Known,
                                  llvm::ArrayRef<StringRef> Elsewhere) {
  const RuleNode *Models = File.Root.find("models");
  RuleReader Reader(File);
  for (StringRef Name : {"type-categories", "own-categories"}) {
    const RuleNode *Named = Models ? Models->find(Name) : nullptr;
    if (!Named)
      continue;
    for (const Key &K : Named->Keys)
      if (!llvm::is_contained(Known, K.Text) &&
          !llvm::is_contained(Elsewhere, K.Text))
        Reader.error(K, "unknown key " + quotedText(K.Text) + " in " +
                            quotedText(Name) +
                            Reader.suggestion(K.Text, Known));
  }
}
