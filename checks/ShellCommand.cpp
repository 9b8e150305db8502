//===- ShellCommand.cpp - What a command line writes ----------------------===//
#include "ShellCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

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

/// Words of the shell's grammar that stand before a command.
bool isKeyword(llvm::StringRef Word) {
  return llvm::is_contained(
      {"then", "do", "else", "if", "while", "!", "elif", "until", "{"}, Word);
}

bool isAssignment(llvm::StringRef Word) {
  return Word.contains('=') && !Word.starts_with("=");
}

/// The words of one simple command, sorted by what they are.
class SimpleCommand {
public:
  SimpleCommand(const ShellCommandModel &Model, llvm::StringRef Name,
                llvm::ArrayRef<Token> Words)
      : Model(Model), Name(Name) {
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
    if (!Model.Assignment.empty())
      for (const Token *File : Files)
        if (llvm::StringRef Text = File->Text;
            Text.consume_front(Model.Assignment))
          Into.push_back({Text.str(), !File->Open, Name.str()});
    ShellOperands Which = Model.Writes;
    if (InPlace)
      Which = HasScript ? ShellOperands::All : ShellOperands::AllButFirst;
    if (Folder) {
      add(*Folder, Into);
      if (Which == ShellOperands::Last)
        return;
    }
    if (Which == ShellOperands::None || Files.empty())
      return;
    size_t First = Which == ShellOperands::Last          ? Files.size() - 1
                   : Which == ShellOperands::AllButFirst ? 1
                                                         : 0;
    for (const Token *File : llvm::ArrayRef(Files).drop_front(First))
      add(*File, Into);
  }

private:
  /// How many words after it the option takes.
  size_t option(llvm::StringRef Text, const Token *Next) {
    InPlace |=
        !Model.InPlaceWord.empty() && Text.starts_with(Model.InPlaceWord);
    if (Text.starts_with("--"))
      return 0;
    llvm::StringRef Letters = Text.drop_front();
    size_t At = Letters.find_first_of(Model.ValueOptions + Model.InPlaceOption);
    if (At == llvm::StringRef::npos)
      return 0;
    llvm::StringRef Letter = Letters.substr(At, 1);
    if (Letter == Model.InPlaceOption) {
      InPlace = true;
      return 0;
    }
    HasScript |= llvm::StringRef(Model.ScriptOptions).contains(Letter);
    bool TakesNext = At + 1 == Letters.size();
    // "-t DIRECTORY" names the target first.
    if (TakesNext && Next && Letter == Model.FolderOption)
      Folder = Next;
    return TakesNext;
  }

  void add(const Token &File, std::vector<ShellTarget> &Into) const {
    bool Remote = Model.Remote &&
                  llvm::StringRef(File.Text).split('/').first.contains(':');
    if (!Remote)
      Into.push_back({File.Text, !File.Open, Name.str()});
  }

  const ShellCommandModel &Model;
  llvm::StringRef Name;
  std::vector<const Token *> Files;
  const Token *Folder = nullptr;
  bool InPlace = false, HasScript = false;
};

void simpleCommand(llvm::ArrayRef<Token> Words, const CheckModels &Known,
                   std::vector<ShellTarget> &Into) {
  auto IsPrefix = [&](llvm::StringRef Word) {
    return isKeyword(Word) || isAssignment(Word) ||
           llvm::any_of(Known.ShellPrefixes, [&](const ShellPrefixModel &M) {
             return M.Word == Word;
           });
  };
  while (!Words.empty() && IsPrefix(Words[0].Text))
    Words = Words.drop_front();
  if (Words.empty())
    return;
  llvm::StringRef Name = Words.front().Text;
  Name = Name.substr(Name.rfind('/') + 1);
  for (const ShellCommandModel &Model : Known.ShellCommands)
    if (llvm::is_contained(Model.Names, Name))
      return SimpleCommand(Model, Name, Words).targets(Into);
}

/// ">&2" names a descriptor; so, most likely, does ">&$FD".
bool isDescriptor(llvm::StringRef Operator, const Token &Target) {
  return Operator.ends_with("&") && (Target.Open || !Target.Text.empty()) &&
         llvm::all_of(Target.Text,
                      [](char C) { return llvm::isDigit(C) || C == '-'; });
}

} // namespace

std::vector<ShellTarget> shellTargets(llvm::StringRef Text, bool Complete,
                                      const CheckModels &Known) {
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
      simpleCommand(Words, Known, Result);
      Words.clear();
      if (T.Type == Token::Leave && !Outer.empty()) {
        Words = std::move(Outer.back());
        Outer.pop_back();
      }
    }
  }
  simpleCommand(Words, Known, Result);
  for (const std::vector<Token> &Unfinished : llvm::reverse(Outer))
    simpleCommand(Unfinished, Known, Result);
  return Result;
}

} // namespace stateless
