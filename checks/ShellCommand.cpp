//===- ShellCommand.cpp - What a command line writes ----------------------===//
#include "ShellCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace stateless {

namespace {

struct Token {
  /// Enter and Leave stand for the brackets of a subshell or a substitution.
  enum Kind { Word, Redirect, Separator, Enter, Leave } Type = Word;
  std::string Text;
  bool Open = false; ///< Holds a variable, a wildcard or a substitution.
  bool Rest = false; ///< Goes on with the word before a substitution.
};

/// POSIX shell words, as far as quoting, redirections and separators go.
class Lexer {
public:
  explicit Lexer(llvm::StringRef Text) : Text(Text) {}

  std::vector<Token> run() {
    while (At < Text.size())
      step(Text[At]);
    EndsInWord = InWord;
    flush();
    return std::move(Tokens);
  }

  bool endsInWord() const { return EndsInWord; }
  /// Ends where no further word can start: in a comment or a here-document.
  bool endsInVain() const { return EndsInVain; }

private:
  void step(char C) {
    llvm::StringRef Left = Text.drop_front(At);
    if (C == ' ' || C == '\t') {
      flush();
      ++At;
    } else if (Left.starts_with("\\\n")) {
      At += 2;
    } else if (C == '\n') {
      emit(Token::Separator, 1);
      skipHereDocuments();
    } else if (C == ';' || C == '|' || (C == '&' && !Left.starts_with("&>"))) {
      emit(Token::Separator, 1);
    } else if (Left.starts_with("$((")) {
      open();
      At = past(Text.find("))", At), 2);
    } else if (Left.starts_with("$(") || C == '(') {
      enter(C == '$');
    } else if (C == ')') {
      leave(1);
    } else if (C == '`') {
      backtick();
    } else if (C == '>' || C == '<' || C == '&') {
      redirect();
    } else if (C == '#' && !InWord) {
      At = Text.find('\n', At);
      EndsInVain = At == llvm::StringRef::npos;
    } else {
      character(C);
    }
  }

  size_t past(size_t Found, size_t Length) const {
    return Found == llvm::StringRef::npos ? Text.size() : Found + Length;
  }

  void emit(Token::Kind Type, size_t Length) {
    flush();
    Tokens.push_back({Type, Text.substr(At, Length).str(), false, false});
    At += Length;
  }

  //===-- Brackets --------------------------------------------------------===//

  void enter(bool Dollar) {
    if (Dollar)
      open();
    flush();
    // "$(...)" and ">(...)" are part of the command around them.
    bool Part =
        Dollar || (!Tokens.empty() && Tokens.back().Type == Token::Redirect);
    Parts.push_back(Part);
    if (!Part)
      Tokens.push_back({Token::Separator, "", false, false});
    emit(Token::Enter, Dollar ? 2 : 1);
  }

  void leave(size_t Length) {
    emit(Token::Leave, Length);
    if (Parts.empty() || !Parts.pop_back_val())
      return;
    open();
    Current.Rest = true;
  }

  void backtick() {
    if (InBackticks) {
      leave(1);
    } else {
      open();
      emit(Token::Enter, 1);
      Parts.push_back(true);
    }
    InBackticks = !InBackticks;
  }

  //===-- Here-documents --------------------------------------------------===//

  void skipHereDocuments() {
    for (llvm::StringRef Delimiter : Delimiters) {
      bool Tabs = Delimiter.consume_front("-");
      for (bool Found = false; !Found;) {
        if (At >= Text.size()) {
          EndsInVain = true;
          break;
        }
        size_t End = std::min(Text.find('\n', At), Text.size());
        llvm::StringRef Line = Text.slice(At, End);
        Found = (Tabs ? Line.ltrim('\t') : Line) == Delimiter;
        At = std::min(End + 1, Text.size());
      }
    }
    Delimiters.clear();
  }

  //===-- Words -----------------------------------------------------------===//

  void redirect() {
    // "2>file": the number is no word of its own.
    if (InWord && !Current.Open && llvm::all_of(Current.Text, llvm::isDigit)) {
      Current = {};
      InWord = false;
    }
    flush();
    size_t Length = 0;
    while (Length < 3 && At + Length < Text.size() &&
           llvm::StringRef("><&|").contains(Text[At + Length]))
      ++Length;
    emit(Token::Redirect, Length);
  }

  void character(char C) {
    InWord = true;
    ++At;
    if (C == '\\' && At < Text.size()) {
      put(Text[At++]);
    } else if (C == '\'') {
      size_t End = std::min(Text.find('\'', At), Text.size());
      llvm::for_each(Text.slice(At, End), [&](char Each) { put(Each); });
      At = past(End, 1);
    } else if (C == '"') {
      doubleQuoted();
    } else if (C == '$' || C == '*' || C == '?' || C == '[') {
      Current.Open = true;
    } else {
      put(C);
    }
  }

  void doubleQuoted() {
    for (; At < Text.size() && Text[At] != '"'; ++At) {
      bool Escape = Text[At] == '\\' && At + 1 < Text.size() &&
                    llvm::StringRef("$`\"\\\n").contains(Text[At + 1]);
      if (Escape && Text[++At] == '\n')
        continue;
      if (!Escape && (Text[At] == '$' || Text[At] == '`'))
        Current.Open = true;
      put(Text[At]);
    }
    ++At;
  }

  /// What follows something unknown is not known to stand anywhere.
  void put(char C) {
    if (!Current.Open)
      Current.Text += C;
  }

  void open() { InWord = Current.Open = true; }

  void flush() {
    if (InWord) {
      if (!Tokens.empty() && Tokens.back().Type == Token::Redirect &&
          Tokens.back().Text == "<<")
        Delimiters.push_back(Current.Text);
      Tokens.push_back(Current);
    }
    Current = {};
    InWord = false;
  }

  llvm::StringRef Text;
  size_t At = 0;
  bool InWord = false, InBackticks = false;
  bool EndsInWord = false, EndsInVain = false;
  Token Current;
  std::vector<Token> Tokens;
  llvm::SmallVector<bool, 4> Parts;    ///< Of the open brackets.
  std::vector<std::string> Delimiters; ///< Of here-documents to come.
};

//===-- Commands ----------------------------------------------------------===//

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

/// Letters of the options whose value may be the next word.
llvm::StringRef valueOptionsOf(llvm::StringRef Command) {
  return llvm::StringSwitch<llvm::StringRef>(Command)
      .Cases("mkdir", "mkfifo", "m")
      .Case("touch", "dtr")
      .Case("truncate", "sr")
      .Case("shred", "ns")
      .Cases("cp", "mv", "ln", "tS")
      .Case("install", "tSmog")
      .Case("rsync", "efBMT")
      .Case("scp", "cFiJloPS")
      .Case("sed", "efl")
      .Default("");
}

/// Words that only run the command after them.
bool isPrefix(llvm::StringRef Word) {
  return llvm::StringSwitch<bool>(Word)
      .Cases("sudo", "env", "nohup", "exec", "time", "nice", true)
      .Cases("then", "do", "else", "if", "while", "!", true)
      .Cases("elif", "until", "command", "{", true)
      .Default(Word.contains('=') && !Word.starts_with("="));
}

/// The words of one simple command, sorted by what they are.
class SimpleCommand {
public:
  SimpleCommand(llvm::ArrayRef<Token> Words) {
    Name = Words.front().Text;
    Name = Name.substr(Name.rfind('/') + 1);
    bool OptionsEnd = false;
    for (size_t I = 1; I < Words.size(); ++I) {
      llvm::StringRef Text = Words[I].Text;
      if (OptionsEnd || !Text.starts_with("-") || Text == "-")
        Files.push_back(&Words[I]);
      else if (Text == "--")
        OptionsEnd = true;
      else
        I += option(Text, I + 1 < Words.size() ? &Words[I + 1] : nullptr);
    }
  }

  void targets(std::vector<ShellTarget> &Into) const {
    if (Name == "dd")
      for (const Token *File : Files)
        if (llvm::StringRef Text = File->Text; Text.consume_front("of="))
          Into.push_back({Text.str(), !File->Open, "dd"});
    Operands Which = operandsOf(Name);
    if (InPlace)
      Which = HasScript ? Operands::All : Operands::AllButFirst;
    if (Directory) {
      add(*Directory, Into);
      if (Which == Operands::Last)
        return;
    }
    if (Which == Operands::None || Files.empty())
      return;
    size_t First = Which == Operands::Last          ? Files.size() - 1
                   : Which == Operands::AllButFirst ? 1
                                                    : 0;
    for (const Token *File : llvm::ArrayRef(Files).drop_front(First))
      add(*File, Into);
  }

private:
  /// How many words after it the option takes.
  size_t option(llvm::StringRef Text, const Token *Next) {
    bool IsSed = Name == "sed";
    InPlace |= IsSed && Text.starts_with("--in-place");
    if (Text.starts_with("--"))
      return 0;
    llvm::StringRef Letters = Text.drop_front();
    size_t At = Letters.find_first_of(IsSed ? "efli" : valueOptionsOf(Name));
    if (At == llvm::StringRef::npos)
      return 0;
    InPlace |= Letters[At] == 'i' && IsSed;
    HasScript |= IsSed && (Letters[At] == 'e' || Letters[At] == 'f');
    bool TakesNext = At + 1 == Letters.size() && Letters[At] != 'i';
    // "-t DIRECTORY" names the target first.
    if (TakesNext && Next && Letters[At] == 't' &&
        valueOptionsOf(Name).starts_with("tS"))
      Directory = Next;
    return TakesNext;
  }

  void add(const Token &File, std::vector<ShellTarget> &Into) const {
    llvm::StringRef Text = File.Text;
    bool Remote = (Name == "scp" || Name == "rsync") &&
                  Text.split('/').first.contains(':');
    if (!Remote)
      Into.push_back({File.Text, !File.Open, Name.str()});
  }

  llvm::StringRef Name;
  std::vector<const Token *> Files;
  const Token *Directory = nullptr;
  bool InPlace = false, HasScript = false;
};

void simpleCommand(llvm::ArrayRef<Token> Words,
                   std::vector<ShellTarget> &Into) {
  while (!Words.empty() && isPrefix(Words[0].Text))
    Words = Words.drop_front();
  if (!Words.empty())
    SimpleCommand(Words).targets(Into);
}

/// ">&2" names a descriptor; so, most likely, does ">&$FD".
bool isDescriptor(llvm::StringRef Operator, const Token &Target) {
  return Operator.ends_with("&") && (Target.Open || !Target.Text.empty()) &&
         llvm::all_of(Target.Text,
                      [](char C) { return llvm::isDigit(C) || C == '-'; });
}

} // namespace

std::vector<ShellTarget> shellTargets(llvm::StringRef Text, bool Complete) {
  Lexer Lex(Text);
  std::vector<Token> Tokens = Lex.run();
  // What follows an unfinished text belongs to its last word, or is a new one.
  if (!Complete && Lex.endsInWord())
    Tokens.back().Open = true;
  else if (!Complete && !Lex.endsInVain())
    Tokens.push_back({Token::Word, "", true, false});
  std::vector<ShellTarget> Result;
  std::vector<std::vector<Token>> Outer;
  std::vector<Token> Words;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const Token &T = Tokens[I];
    if (T.Type == Token::Redirect) {
      if (I + 1 == Tokens.size() || Tokens[I + 1].Type != Token::Word)
        continue;
      const Token &Target = Tokens[++I];
      if (llvm::StringRef(T.Text).contains('>') &&
          !isDescriptor(T.Text, Target))
        Result.push_back({Target.Text, !Target.Open, ">"});
    } else if (T.Type == Token::Word) {
      if (!T.Rest)
        Words.push_back(T);
    } else if (T.Type == Token::Enter) {
      Outer.push_back(std::exchange(Words, {}));
    } else {
      simpleCommand(Words, Result);
      Words.clear();
      if (T.Type == Token::Leave && !Outer.empty()) {
        Words = std::move(Outer.back());
        Outer.pop_back();
      }
    }
  }
  simpleCommand(Words, Result);
  for (const std::vector<Token> &Unfinished : llvm::reverse(Outer))
    simpleCommand(Unfinished, Result);
  return Result;
}

} // namespace stateless
