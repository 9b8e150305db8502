//===- Mentions.cpp - Names in code that the compiler did not see ---------===//
//
// What is skipped is kept as ranges until the end: a header that is read again
// is skipped by its guard, but was seen the first time. Only what no reading
// of a file has seen is lexed, once.
//
//===----------------------------------------------------------------------===//
#include "extract/Mentions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace stateless {

void forEachWord(llvm::StringRef Text,
                 llvm::function_ref<void(llvm::StringRef)> Use) {
  auto IsPart = [](char C) { return llvm::isAlnum(C) || C == '_'; };
  while (!Text.empty()) {
    llvm::StringRef Word = Text.take_while(IsPart);
    if (!Word.empty() && !llvm::isDigit(Word.front()))
      Use(Word);
    Text = Text.drop_front(std::max<size_t>(Word.size(), 1));
  }
}

bool isWord(llvm::StringRef Text) {
  bool Whole = false;
  forEachWord(Text, [&](llvm::StringRef Word) { Whole = Word == Text; });
  return Whole;
}

namespace {

/// The text between the quotes of a string literal as it is written; escapes
/// and prefixes do not matter for names.
llvm::StringRef quoted(llvm::StringRef Literal) {
  return Literal.drop_front(std::min(Literal.find('"') + 1, Literal.size()))
      .rtrim('"');
}

/// What the string literals behind it say is for the assembler or the linker.
bool namesSymbols(llvm::StringRef Word) {
  Word = Word.trim('_');
  return Word == "asm" || Word == "alias" || Word == "weakref" ||
         Word == "ifunc" || Word == "Pragma";
}

/// Ranges of one reading of a file, as offsets; sorted, apart.
using Ranges = std::vector<std::pair<unsigned, unsigned>>;

Ranges common(const Ranges &A, const Ranges &B) {
  Ranges Both;
  for (auto I = A.begin(), J = B.begin(); I != A.end() && J != B.end();) {
    unsigned Begin = std::max(I->first, J->first);
    unsigned End = std::min(I->second, J->second);
    if (Begin < End)
      Both.emplace_back(Begin, End);
    if (I->second < J->second)
      ++I;
    else
      ++J;
  }
  return Both;
}

} // namespace

class MentionCollector::Listener {
public:
  Listener(Preprocessor &Source, const Origins &Origin)
      : Source(Source), Sources(Source.getSourceManager()), Origin(Origin) {}

  /// Forwards to a listener that may be gone first.
  struct Callbacks;

  void skipped(SourceRange Range);
  void macro(const Token &Name, const MacroInfo &Macro);
  void pragma(SourceLocation Loc);
  /// After this, all that was skipped has been lexed.
  void lexSkipped();

  struct Name {
    MentionKind Kind;
    FileID File;
    llvm::StringRef Text;
  };
  std::vector<Name> Names;

private:
  void add(MentionKind Kind, FileID File, llvm::StringRef Text) {
    if (Known.insert({Text, {File, static_cast<unsigned>(Kind)}}).second)
      Names.push_back({Kind, File, Text});
  }
  void words(MentionKind Kind, FileID File, llvm::StringRef Literal);
  void string(FileID File, llvm::StringRef Literal);
  void lex(FileID File, unsigned Begin, unsigned End, MentionKind Kind);
  FileID projectFile(SourceLocation Loc) const;

  Preprocessor &Source;
  SourceManager &Sources;
  const Origins &Origin;
  llvm::MapVector<FileID, Ranges> Skipped;
  llvm::DenseSet<std::pair<llvm::StringRef, std::pair<FileID, unsigned>>> Known;
};

struct MentionCollector::Listener::Callbacks : PPCallbacks {
  explicit Callbacks(std::shared_ptr<Listener> To) : To(std::move(To)) {}
  void SourceRangeSkipped(SourceRange Range, SourceLocation) override {
    To->skipped(Range);
  }
  void MacroDefined(const Token &Name, const MacroDirective *D) override {
    To->macro(Name, *D->getMacroInfo());
  }
  void PragmaDirective(SourceLocation Loc, PragmaIntroducerKind) override {
    To->pragma(Loc);
  }
  std::shared_ptr<Listener> To;
};

/// The file of the project that \p Loc is in, the main file for the command
/// line; else none.
FileID MentionCollector::Listener::projectFile(SourceLocation Loc) const {
  FileID File = Sources.getFileID(Loc);
  if (Sources.isWrittenInCommandLineFile(Loc))
    return Sources.getMainFileID();
  return Sources.getFileEntryRefForID(File) && !Origin.isLibrary(Loc)
             ? File
             : FileID();
}

void MentionCollector::Listener::skipped(SourceRange Range) {
  auto [File, Begin] = Sources.getDecomposedLoc(Range.getBegin());
  auto [EndFile, End] = Sources.getDecomposedLoc(Range.getEnd());
  if (File == EndFile && projectFile(Range.getBegin()).isValid())
    Skipped[File].emplace_back(Begin, End);
}

void MentionCollector::Listener::macro(const Token &Name,
                                       const MacroInfo &Macro) {
  FileID File = projectFile(Name.getLocation());
  if (File.isInvalid())
    return;
  for (const Token &Each : Macro.tokens()) {
    if (const IdentifierInfo *Id = Each.getIdentifierInfo()) {
      if (Macro.getParameterNum(Id) < 0 && !Id->isKeyword(Source.getLangOpts()))
        add(MentionKind::Code, File, Id->getName());
    } else if (tok::isStringLiteral(Each.getKind())) {
      string(File, {Each.getLiteralData(), Each.getLength()});
    }
  }
}

/// `#pragma weak X`, and the same by _Pragma, where it is written and where a
/// macro puts it.
void MentionCollector::Listener::pragma(SourceLocation Loc) {
  for (SourceLocation At :
       {Sources.getFileLoc(Loc), Sources.getSpellingLoc(Loc)}) {
    FileID File = projectFile(At);
    if (File.isInvalid() || !Sources.getFileEntryRefForID(File))
      continue;
    unsigned Begin = Sources.getFileOffset(At);
    llvm::StringRef Rest = Sources.getBufferData(File).drop_front(Begin);
    size_t Line = 0; // A line goes on behind a backslash.
    do
      Line = Rest.find('\n', Line + 1);
    while (Line != llvm::StringRef::npos && Rest[Line - 1] == '\\');
    lex(File, Begin, Begin + std::min(Line, Rest.size()), MentionKind::Linker);
  }
}

/// \p Literal is for the assembler or the linker.
void MentionCollector::Listener::words(MentionKind Kind, FileID File,
                                       llvm::StringRef Literal) {
  forEachWord(quoted(Literal),
              [&](llvm::StringRef Word) { add(Kind, File, Word); });
}

void MentionCollector::Listener::string(FileID File, llvm::StringRef Literal) {
  llvm::StringRef Text = quoted(Literal);
  if (isWord(Text))
    add(MentionKind::Text, File, Text);
}

void MentionCollector::Listener::lex(FileID File, unsigned Begin, unsigned End,
                                     MentionKind Kind) {
  llvm::StringRef All = Sources.getBufferData(File);
  Lexer Raw(Sources.getLocForStartOfFile(File), Source.getLangOpts(),
            All.begin(), All.begin() + Begin, All.end());
  bool Always = Kind == MentionKind::Linker, ForLinker = Always;
  Token Each;
  while (!Raw.LexFromRawLexer(Each) && Each.isNot(tok::eof)) {
    if (Sources.getFileOffset(Each.getLocation()) >= End)
      return;
    if (Each.is(tok::raw_identifier)) {
      add(Kind, File, Each.getRawIdentifier());
      ForLinker |= namesSymbols(Each.getRawIdentifier());
    } else if (tok::isStringLiteral(Each.getKind())) {
      llvm::StringRef Literal(Each.getLiteralData(), Each.getLength());
      ForLinker ? words(Kind, File, Literal) : string(File, Literal);
    } else if (Each.is(tok::semi)) {
      ForLinker = Always;
    }
  }
}

void MentionCollector::Listener::lexSkipped() {
  // How often each file was read, and what all readings have skipped.
  llvm::DenseMap<const FileEntry *, unsigned> Readings;
  for (unsigned I = 0, N = Sources.local_sloc_entry_size(); I < N; ++I) {
    const SrcMgr::SLocEntry &Entry = Sources.getLocalSLocEntry(I);
    if (Entry.isFile())
      if (OptionalFileEntryRef Of = Entry.getFile().getContentCache().OrigEntry)
        ++Readings[&Of->getFileEntry()];
  }
  struct Unseen {
    FileID File;
    unsigned Readings = 0;
    Ranges Where;
  };
  llvm::MapVector<const FileEntry *, Unseen> Files;
  for (auto &[File, Where] : Skipped) {
    llvm::sort(Where);
    Unseen &Of = Files[&Sources.getFileEntryRefForID(File)->getFileEntry()];
    Of.Where = Of.Readings++ ? common(Of.Where, Where) : Where;
    Of.File = File;
  }
  for (auto &[Entry, Of] : Files)
    if (Of.Readings == Readings.lookup(Entry))
      for (auto [Begin, End] : Of.Where)
        lex(Of.File, Begin, End, MentionKind::Code);
  Skipped.clear();
}

MentionCollector::MentionCollector(Preprocessor &Source, const Origins &Origin)
    : Seen(std::make_shared<Listener>(Source, Origin)) {
  Source.addPPCallbacks(std::make_unique<Listener::Callbacks>(Seen));
}

MentionCollector::~MentionCollector() = default;

void MentionCollector::record(TuContext &Tu) const {
  Seen->lexSkipped();
  for (const Listener::Name &Each : Seen->Names)
    Tu.Mentioned[{Tu.Namer.fileName(Each.File), Each.Kind}].push_back(
        nameHash(Each.Text));
  for (auto &[Where, Names] : Tu.Mentioned) {
    llvm::sort(Names);
    Names.erase(llvm::unique(Names), Names.end());
    Tu.Facts.Unseen.push_back({Where.second, Where.first, Names});
  }
}

} // namespace stateless
