//===- Models.cpp - The hash of a set of models ---------------------------===//
//
// Every value goes into one text with its length or an end in front, so that
// no two sets of models give the same text.
//
//===----------------------------------------------------------------------===//
#include "facts/ModelFields.h"
#include "llvm/Support/xxhash.h"

using namespace stateless;

namespace {

class ModelText {
public:
  void add(llvm::StringRef Text) {
    add(Text.size());
    Bytes += Text;
  }
  void add(const std::string &Text) { add(llvm::StringRef(Text)); }
  void add(const char *Text) { add(llvm::StringRef(Text)); }
  template <typename T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void add(T Number) {
    Bytes += std::to_string(static_cast<int64_t>(Number)) + ' ';
  }
  template <typename T> void add(const std::optional<T> &Value) {
    add(Value.has_value());
    if (Value)
      add(*Value);
  }
  template <typename T> void add(const std::vector<T> &List) {
    add(List.size());
    for (const T &Item : List)
      add(Item);
  }
  template <typename Model>
    requires requires {
      visitModelMembers<Model>([](const ModelKey &, auto) {});
    }
  void add(const Model &M) {
    visitModelMembers<Model>([&](const ModelKey &Key, auto Field) {
      add(Key.Key);
      add(M.*Field);
    });
  }

  uint64_t hash() const { return llvm::xxh3_64bits(Bytes); }

private:
  std::string Bytes;
};

} // namespace

uint64_t stateless::modelHash(const Models &Known) {
  ModelText Text;
  visitModelKinds<Models>([&](const ModelKind &Kind, auto List, auto... Fixed) {
    Text.add(Kind.Key);
    if (Kind.Shared)
      return;
    Text.add((Known.*List).size());
    for (const auto &Model : Known.*List) {
      Text.add(Model);
      (Text.add(Model.*(Fixed.Field)), ...);
    }
  });
  Text.add(Known.Own);
  return Text.hash();
}
