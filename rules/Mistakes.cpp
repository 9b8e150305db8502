//===- Mistakes.cpp - What is wrong in one rule file ----------------------===//
//
// Messages are kept as they were made, and given away only by told(), which
// replaces them where the file must not be quoted.
//
//===----------------------------------------------------------------------===//
#include "Mistakes.h"
#include "llvm/Support/ErrorHandling.h"

using namespace stateless;

static std::string kindText(MistakeKind Kind) {
  switch (Kind) {
  case MistakeKind::Syntax:
    return "not YAML";
  case MistakeKind::Limit:
    return "more than a rule file may have";
  case MistakeKind::DuplicateKey:
    return "duplicate key";
  case MistakeKind::UnknownKey:
    return "unknown key";
  case MistakeKind::MissingKey:
    return "a key is missing";
  case MistakeKind::WrongValue:
    return "wrong value";
  case MistakeKind::Extends:
    return "what it extends is no rule file that can be read";
  }
  llvm_unreachable("covered switch");
}

static std::string whyNotQuoted(Quoting Quote) {
  switch (Quote) {
  case Quoting::Allowed:
    return "";
  case Quoting::Outside:
    return " (not quoted: the file lies outside of the folder of the rules)";
  case Quoting::NoRuleFile:
    return " (not quoted: this does not look like a rule file)";
  }
  llvm_unreachable("covered switch");
}

void Mistakes::add(MistakeKind Kind, unsigned Line, unsigned Column,
                   std::string Message) {
  ++Count;
  if (!isFull())
    Found.push_back(
        {Kind,
         {RuleDiagnostic::Error, {File, Line, Column}, std::move(Message)}});
}

std::vector<RuleDiagnostic> Mistakes::told(Quoting Quote) const {
  std::vector<RuleDiagnostic> Told;
  if (Count > Found.size())
    Told.push_back({RuleDiagnostic::Error,
                    {File, 0, 0},
                    std::to_string(Count) + " mistakes, of which " +
                        std::to_string(Found.size()) + " are told"});
  for (const Mistake &M : Found) {
    Told.push_back(M.Told);
    if (Quote != Quoting::Allowed)
      Told.back().Message = kindText(M.Kind) + whyNotQuoted(Quote);
  }
  return Told;
}

std::string stateless::quotedText(llvm::StringRef Text) {
  constexpr size_t Most = 60;
  if (Text.size() <= Most)
    return "'" + Text.str() + "'";
  size_t End = Most;
  while (End > 0 && (static_cast<unsigned char>(Text[End]) & 0xC0) == 0x80)
    --End; // Inside of a UTF-8 sequence.
  return "'" + Text.take_front(End).str() + "...'";
}
