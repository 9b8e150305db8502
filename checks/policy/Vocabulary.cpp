//===- Vocabulary.cpp - Names that the rules give a meaning ---------------===//
//
// Lists from the rules are turned into look-ups once, at construction, so that
// asking for a name does not walk every list again.
//
//===----------------------------------------------------------------------===//
#include "policy/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using namespace stateless;
using llvm::StringRef;

//===-- Words -------------------------------------------------------------===//

static bool isGlob(StringRef Name) {
  return Name.find_first_of("*?") != StringRef::npos;
}

namespace {
enum class CharClass { Separator, Digit, Upper, Lower };
} // namespace

/// Bytes beyond ASCII belong to letters of other scripts.
static CharClass classOf(char C) {
  if (llvm::isDigit(C))
    return CharClass::Digit;
  if (C >= 'A' && C <= 'Z')
    return CharClass::Upper;
  if ((C >= 'a' && C <= 'z') || static_cast<unsigned char>(C) >= 0x80)
    return CharClass::Lower;
  return CharClass::Separator;
}

static size_t endOf(CharClass Class, StringRef Text, size_t From) {
  while (From < Text.size() && classOf(Text[From]) == Class)
    ++From;
  return From;
}

/// Where the word that starts at \p Begin ends. "HTTPSession" ends after HTTP,
/// but the plural "IDs" is one word.
static size_t endOfWord(StringRef Text, size_t Begin) {
  CharClass First = classOf(Text[Begin]);
  size_t End = endOf(First, Text, Begin);
  if (First != CharClass::Upper)
    return End;
  size_t LowerEnd = endOf(CharClass::Lower, Text, End);
  bool Acronym = End - Begin > 1;
  bool PluralAcronym = Acronym && LowerEnd == End + 1 && Text[End] == 's';
  if (!Acronym || PluralAcronym || LowerEnd == End)
    return LowerEnd;
  return End - 1;
}

std::vector<std::string> stateless::identifierWords(StringRef Identifier) {
  std::vector<std::string> Words;
  for (size_t I = 0; I < Identifier.size();) {
    if (classOf(Identifier[I]) == CharClass::Separator) {
      ++I;
      continue;
    }
    size_t End = endOfWord(Identifier, I);
    Words.push_back(Identifier.slice(I, End).lower());
    I = End;
  }
  return Words;
}

static bool isPluralOf(StringRef Plural, StringRef Word) {
  if (!Plural.consume_back("s") || Word.empty())
    return false;
  if (Plural == Word)
    return true;
  if (!Plural.consume_back("e"))
    return false;
  StringRef Stem = Word.drop_back();
  switch (Word.back()) {
  case 'y':
    return Plural.size() == Word.size() && Plural.back() == 'i' &&
           Plural.drop_back() == Stem;
  case 's':
  case 'x':
  case 'z':
  case 'o':
    return Plural == Word;
  case 'h':
    return (Stem.ends_with("c") || Stem.ends_with("s")) && Plural == Word;
  default:
    return false;
  }
}

static bool sameWord(StringRef A, StringRef B) {
  return A == B || isPluralOf(A, B) || isPluralOf(B, A);
}

//===-- TypeCategories ----------------------------------------------------===//

TypeCategories::TypeCategories(std::vector<Entry> List)
    : Entries(std::move(List)) {
  for (unsigned I = 0; I < Entries.size(); ++I)
    for (const std::string &Type : Entries[I].Types) {
      if (isGlob(Type))
        Globs.push_back({I, Type});
      else
        Exact[Type].push_back(I);
    }
}

std::optional<StringRef> TypeCategories::categoryOf(StringRef Type) const {
  unsigned First = Entries.size();
  if (auto It = Exact.find(Type); It != Exact.end())
    First = It->second.front();
  for (const auto &[Index, Pattern] : Globs) {
    if (Index >= First)
      break;
    if (matchesGlob(Pattern, Type))
      First = Index;
  }
  if (First == Entries.size())
    return std::nullopt;
  return Entries[First].Category;
}

bool TypeCategories::is(StringRef Type, StringRef Category) const {
  auto Names = [&](unsigned Index) {
    return Entries[Index].Category == Category;
  };
  auto It = Exact.find(Type);
  if (It != Exact.end() && llvm::any_of(It->second, Names))
    return true;
  return llvm::any_of(Globs, [&](const auto &Glob) {
    return Names(Glob.first) && matchesGlob(Glob.second, Type);
  });
}

//===-- Vocabulary --------------------------------------------------------===//

Vocabulary::Vocabulary(std::vector<Entry> List) : Entries(std::move(List)) {
  for (unsigned I = 0; I < Entries.size(); ++I)
    for (StringRef Name : Entries[I].Names) {
      bool Excludes = Name.consume_front("-");
      Pattern P{I, {}, {}};
      if (isGlob(Name))
        P.Glob = Name.lower();
      else
        P.Words = identifierWords(Name);
      if (!P.Glob.empty() || !P.Words.empty())
        (Excludes ? Exclusions : Inclusions).push_back(std::move(P));
    }
}

/// Where \p Sequence stands in \p Words, from \p From on, clear of what is
/// \p Hidden; or nothing.
static std::optional<size_t> findWords(llvm::ArrayRef<std::string> Sequence,
                                       llvm::ArrayRef<std::string> Words,
                                       const std::vector<bool> &Hidden,
                                       size_t From = 0) {
  auto StandsAt = [&](size_t At) {
    for (size_t I = 0; I < Sequence.size(); ++I)
      if (Hidden[At + I] || !sameWord(Words[At + I], Sequence[I]))
        return false;
    return true;
  };
  for (size_t At = From; At + Sequence.size() <= Words.size(); ++At)
    if (StandsAt(At))
      return At;
  return std::nullopt;
}

std::optional<std::vector<bool>>
Vocabulary::hiddenWords(StringRef Kind, StringRef Lowered,
                        llvm::ArrayRef<std::string> Words) const {
  const std::vector<bool> None(Words.size());
  std::vector<bool> Hidden = None;
  for (const Pattern &P : Exclusions) {
    if (Entries[P.Entry].Kind != Kind)
      continue;
    if (!P.Glob.empty()) {
      if (matchesGlob(P.Glob, Lowered))
        return std::nullopt;
      continue;
    }
    for (auto At = findWords(P.Words, Words, None); At;
         At = findWords(P.Words, Words, None, *At + 1))
      std::fill_n(Hidden.begin() + *At, P.Words.size(), true);
  }
  return Hidden;
}

std::optional<StringRef> Vocabulary::kindOf(StringRef Identifier) const {
  const std::vector<std::string> Words = identifierWords(Identifier);
  const std::string Lowered = Identifier.lower();
  const std::vector<bool> None(Words.size());
  auto Speaks = [&](const Pattern &P, const std::vector<bool> &Hidden) {
    return P.Glob.empty() ? findWords(P.Words, Words, Hidden).has_value()
                          : matchesGlob(P.Glob, Lowered);
  };
  for (const Pattern &P : Inclusions) {
    if (!Speaks(P, None))
      continue;
    StringRef Kind = Entries[P.Entry].Kind;
    auto Hidden = hiddenWords(Kind, Lowered, Words);
    if (Hidden && Speaks(P, *Hidden))
      return Kind;
  }
  return std::nullopt;
}
