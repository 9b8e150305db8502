//===- ShellCommand.cpp - What a command line writes ----------------------===//
#include "ShellCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace stateless {

namespace {

struct Token {
  enum Kind { Word, Redirect, Separator } Type = Word;
  std::string Text;
  bool Open = false; ///< Holds a variable, a wildcard or a substitution.
};

/// POSIX shell words, as far as quoting, redirections and separators go.
class Lexer {
public:
  explicit Lexer(llvm::StringRef Text) : Text(Text) {}

  std::vector<Token> run() {
    while (At < Text.size()) {
      char C = Text[At];
      if (C == ' ' || C == '\t') {
        flush();
        ++At;
      } else if (C == '\n' || C == ';' || C == '|' || C == '(' || C == ')' ||
                 (C == '&' && !isRedirectAhead())) {
        flush();
        Tokens.push_back({Token::Separator, std::string(1, C), false});
        ++At;
      } else if (C == '>' || C == '<' || C == '&') {
        redirect();
      } else if (C == '#' && !InWord) {
        At = std::min(Text.find('\n', At), Text.size());
      } else {
        character(C);
      }
    }
    flush();
    return std::move(Tokens);
  }

private:
  bool isRedirectAhead() const {
    return At + 1 < Text.size() && Text[At + 1] == '>';
  }

  void redirect() {
    // "2>file": the number is no word of its own.
    if (InWord && llvm::all_of(Current.Text, llvm::isDigit)) {
      Current = {};
      InWord = false;
    }
    flush();
    std::string Operator;
    while (At < Text.size() && llvm::StringRef("><&|").contains(Text[At]) &&
           Operator.size() < 3)
      Operator += Text[At++];
    Tokens.push_back({Token::Redirect, Operator, false});
  }

  void character(char C) {
    InWord = true;
    ++At;
    if (C == '\\' && At < Text.size()) {
      Current.Text += Text[At++];
    } else if (C == '\'') {
      size_t End = std::min(Text.find('\'', At), Text.size());
      Current.Text += Text.slice(At, End).str();
      At = End + 1;
    } else if (C == '"') {
      while (At < Text.size() && Text[At] != '"') {
        if (Text[At] == '\\' && At + 1 < Text.size())
          ++At;
        else if (Text[At] == '$' || Text[At] == '`')
          Current.Open = true;
        if (!Current.Open)
          Current.Text += Text[At];
        ++At;
      }
      ++At;
    } else if (C == '$' || C == '`' || C == '*' || C == '?' || C == '[') {
      Current.Open = true;
    } else if (!Current.Open) {
      Current.Text += C;
    }
  }

  void flush() {
    if (InWord)
      Tokens.push_back(Current);
    Current = {};
    InWord = false;
  }

  llvm::StringRef Text;
  size_t At = 0;
  bool InWord = false;
  Token Current;
  std::vector<Token> Tokens;
};

/// Which operands of a command are files that it changes.
enum class Operands { None, All, Last, AllButFirst };

Operands operandsOf(llvm::StringRef Command) {
  return llvm::StringSwitch<Operands>(Command)
      .Cases("rm", "rmdir", "unlink", "mkdir", "touch", Operands::All)
      .Cases("tee", "truncate", "shred", "mkfifo", Operands::All)
      .Case("mv", Operands::All)
      .Cases("cp", "install", "ln", "rsync", "scp", Operands::Last)
      .Cases("chmod", "chown", "chgrp", Operands::AllButFirst)
      .Default(Operands::None);
}

/// Words that only run the command after them.
bool isPrefix(llvm::StringRef Word) {
  return llvm::StringSwitch<bool>(Word)
      .Cases("sudo", "env", "nohup", "exec", "time", "nice", true)
      .Cases("then", "do", "else", "if", "while", "!", true)
      .Default(Word.contains('=') && !Word.starts_with("="));
}

void simpleCommand(llvm::ArrayRef<Token> Words,
                   std::vector<ShellTarget> &Into) {
  while (!Words.empty() && isPrefix(Words[0].Text))
    Words = Words.drop_front();
  if (Words.empty())
    return;
  llvm::StringRef Name = Words[0].Text;
  if (size_t Slash = Name.rfind('/'); Slash != llvm::StringRef::npos)
    Name = Name.drop_front(Slash + 1);
  std::vector<const Token *> Files;
  bool InPlace = false;
  for (const Token &Word : Words.drop_front()) {
    llvm::StringRef Text = Word.Text;
    if (Name == "dd" && Text.consume_front("of="))
      Into.push_back({Text.str(), !Word.Open, "dd"});
    InPlace |= Name == "sed" && Text.starts_with("-i");
    if (!Text.starts_with("-") || Text == "-")
      Files.push_back(&Word);
  }
  Operands Which = InPlace ? Operands::Last : operandsOf(Name);
  if (Which == Operands::None || Files.empty())
    return;
  size_t First = Which == Operands::Last          ? Files.size() - 1
                 : Which == Operands::AllButFirst ? 1
                                                  : 0;
  for (size_t I = First; I < Files.size(); ++I)
    Into.push_back({Files[I]->Text, !Files[I]->Open, Name.str()});
}

} // namespace

std::vector<ShellTarget> shellTargets(llvm::StringRef Text, bool Complete) {
  std::vector<Token> Tokens = Lexer(Text).run();
  bool EndsInWord = !Complete && !Text.empty() && !llvm::isSpace(Text.back());
  // What follows an unfinished text belongs to its last word, or is a new one.
  if (EndsInWord && !Tokens.empty() && Tokens.back().Type == Token::Word)
    Tokens.back().Open = true;
  else if (!Complete)
    Tokens.push_back({Token::Word, "", true});
  std::vector<ShellTarget> Result;
  std::vector<Token> Words;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const Token &T = Tokens[I];
    if (T.Type == Token::Redirect) {
      bool Writes = T.Text.find('>') != std::string::npos;
      bool File = I + 1 < Tokens.size() && Tokens[I + 1].Type == Token::Word;
      if (!File)
        continue;
      const Token &Target = Tokens[++I];
      // ">&2" names a descriptor.
      bool Descriptor = llvm::StringRef(T.Text).ends_with("&") &&
                        !Target.Text.empty() &&
                        llvm::all_of(Target.Text, [](char C) {
                          return llvm::isDigit(C) || C == '-';
                        });
      if (Writes && !Descriptor)
        Result.push_back({Target.Text, !Target.Open, ">"});
    } else if (T.Type == Token::Separator) {
      simpleCommand(Words, Result);
      Words.clear();
    } else {
      Words.push_back(T);
    }
  }
  simpleCommand(Words, Result);
  return Result;
}

} // namespace stateless
