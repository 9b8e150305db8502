//===- SerializationTest.cpp - Facts survive, damage does not -------------===//
//
// Every field makes the round trip; bytes that are cut, changed, foreign or
// well-formed but senseless give an error. It must not depend on what any fact
// means.
//
//===----------------------------------------------------------------------===//
#include "facts/Serialization.h"

#include "facts/Dump.h"
#include "facts/EnumNames.h"
#include "facts/FactBuilder.h"
#include "facts/FactPool.h"
#include "facts/FieldCount.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/TypeName.h"
#include "llvm/Support/xxhash.h"
#include <gmock/gmock.h>

using namespace stateless;
using testing::HasSubstr;

namespace {

//===-- Every field -------------------------------------------------------===//

template <typename T> size_t listed() {
  size_t Count = 0;
  visitMembers<T>([&](const char *, auto) { ++Count; });
  return Count;
}

template <typename T> void expectListed() {
  EXPECT_EQ(listed<T>(), arity<T>()) << llvm::getTypeName<T>().str();
}

template <typename... Ts> void expectAllListed() { (expectListed<Ts>(), ...); }

TEST(FactFields, NameEveryFieldOfEveryFact) {
  expectAllListed<Location, Type, Value, Variable, Field, Class, StoredText,
                  Call, Registration, NamedValue, Operation, Parameter,
                  Function, Statement, FlowBody, Directive, Problem, SourceFile,
                  ConstCast, NamedFunction, GivenClass, Mentions, ObjectChange,
                  Loop, ProgramPoint, BlockEdge, LazyBlocks, GuardedBlocks,
                  ControlFlow, Source, DataFlow>();
  EXPECT_EQ(listed<TuFacts>() + 1, arity<TuFacts>()) << "all but Strings";
}

/// Gives every field a value that is not its default.
template <typename T> void fill(T &V) {
  if constexpr (FactId<T>)
    V.Value = 1;
  else if constexpr (FactVector<T>)
    fill(V.emplace_back());
  else if constexpr (Fact<T>)
    visitFields(V, [](const char *, auto &F) { fill(F); });
  else if constexpr (FactEnum<T>)
    V = static_cast<T>(enumCount<T>() - 1);
  else if constexpr (std::same_as<T, bool>)
    V = !V;
  else if constexpr (std::signed_integral<T>)
    V = std::numeric_limits<T>::min();
  else
    V = std::numeric_limits<T>::max();
}

TuFacts filled() {
  TuFacts Facts;
  Facts.Strings.intern("text");
  fill(Facts);
  // Children precede parents.
  Facts.Types[1].Args = {TypeId{0}};
  Facts.Values[1].Args = {ValueId{0}};
  Facts.Values[1].Of = {};
  fill(Facts.Types.emplace_back());
  fill(Facts.Values.emplace_back());
  // Loops follow the loops around them; one edge joins two blocks.
  Function &F = Facts.Functions[0];
  fill(F.Loops.emplace_back());
  F.Loops[0].Parent = NoLoop;
  F.Loops[1].Parent = 0;
  F.Control[0].Points[0].Block = 1;
  F.Control[0].Points[0].Loop = 1;
  F.Control[0].Edges[0] = {1, 1};
  F.Control[0].OfChild[0] = F.Control[0].Handlers[0] = 1;
  F.Control[0].Lazy[0].Test = F.Control[0].Lazy[0].Blocks[0] = 1;
  F.Control[0].Guarded[0].Blocks[0] = 1;
  // Statements follow those that they need.
  std::vector<Statement> &Code = F.FlowBodies[0].Statements;
  Code.insert(Code.begin(), Statement());
  Code[1].A = Code[1].B = 1;
  return Facts;
}

TuFacts reread(const TuFacts &Facts) {
  llvm::Expected<TuFacts> Result = deserialize(serialize(Facts));
  if (Result)
    return std::move(*Result);
  ADD_FAILURE() << llvm::toString(Result.takeError());
  return {};
}

TEST(Serialization, KeepsEveryField) {
  TuFacts Facts = filled();
  TuFacts Copy = reread(Facts);
  EXPECT_TRUE(equalFacts(Facts, Copy));
  ASSERT_EQ(Copy.Strings.size(), 2u);
  EXPECT_EQ(Copy.Strings[{1}], "text");
  EXPECT_EQ(Copy.Functions[0].Calls[0].Args[0], ValueId{1});
  EXPECT_EQ(Copy.Values[2].Number, std::numeric_limits<int64_t>::min());
}

TEST(Serialization, KeepsAnEmptyUnit) {
  EXPECT_TRUE(equalFacts(TuFacts(), reread(TuFacts())));
}

TEST(Serialization, KeepsAnyBytesInStrings) {
  TuFacts Facts;
  std::string Odd("\0\xff\r\n\xf0\x9f\x90\x98", 8);
  Facts.MainFile = Facts.Strings.intern(Odd);
  std::string Long(100000, 'x');
  Facts.Strings.intern(Long);
  TuFacts Copy = reread(Facts);
  EXPECT_EQ(Copy.Strings[Copy.MainFile], Odd);
  EXPECT_TRUE(Copy.Strings.find(Long));
}

TEST(Serialization, VersionIsShortText) {
  EXPECT_THAT(factsFormatVersion().str(),
              testing::MatchesRegex("[0-9]-[0-9a-f]{16}"));
}

//===-- Damage ------------------------------------------------------------===//

constexpr size_t ChecksumAt = 8, HeaderSize = 16;

/// Makes the checksum right, so that the reader looks at the rest.
std::string resealed(std::string Bytes) {
  llvm::support::endian::write64le(
      &Bytes[ChecksumAt],
      llvm::xxh3_64bits(llvm::StringRef(Bytes).drop_front(HeaderSize)));
  return Bytes;
}

std::string errorOf(llvm::StringRef Bytes) {
  llvm::Expected<TuFacts> Result = deserialize(Bytes);
  return Result ? "" : llvm::toString(Result.takeError());
}

TuFacts sample() {
  FactBuilder B("/src/a.cpp");
  TypeId Int = B.type("int");
  TypeId Map = B.record("std::map", {Int, B.pointer(Int)});
  auto Counter = B.variable("app::counter", Int).annotated("stateless: yes");
  auto Store = B.classType("app::Store");
  auto Items = B.field(Store, "app::Store::Items", Map);
  B.function("app::hit")
      .parameter("dir", Int)
      .calls("app::store")
      .callsOn(FactBuilder::resultPlace(0), "std::map::clear")
      .increments(Counter)
      .assigns(FactBuilder::fieldOf(FactBuilder::thisPlace(), Items))
      .creates(Map)
      .operates(
          OperationKind::Open, "fopen",
          {{ValueRole::Path, B.value(ValueKind::Concat, {B.literal("/var/lib/"),
                                                         B.parameterValue(0)})},
           {ValueRole::Mode, B.integer(-70000), ModeSyntax::Posix}});
  return B.take();
}

TEST(Deserialization, RejectsForeignBytes) {
  EXPECT_THAT(errorOf(""), HasSubstr("not facts of stateless-tidy"));
  EXPECT_THAT(errorOf("\x7f"
                      "ELF and a good deal more"),
              HasSubstr("not facts of stateless-tidy"));
  EXPECT_THAT(errorOf("STFACTS\n"), HasSubstr("not facts of stateless-tidy"));
}

TEST(Deserialization, RejectsAnotherVersion) {
  std::string Bytes = serialize(sample());
  size_t Digit = Bytes.find(factsFormatVersion().str());
  ASSERT_NE(Digit, std::string::npos);
  Bytes[Digit] = '9';
  EXPECT_THAT(errorOf(resealed(Bytes)), HasSubstr("is not this tool's"));
}

TEST(Deserialization, RejectsEveryTruncation) {
  std::string Bytes = serialize(sample());
  for (size_t Size = 0; Size != Bytes.size(); ++Size) {
    std::string Cut = Bytes.substr(0, Size);
    EXPECT_NE(errorOf(Cut), "") << "at " << Size;
    if (Size >= HeaderSize) {
      EXPECT_NE(errorOf(resealed(Cut)), "") << "resealed at " << Size;
    }
  }
  EXPECT_THAT(errorOf(resealed(Bytes + '\0')),
              HasSubstr("bytes after the end"));
}

TEST(Deserialization, RejectsEveryFlippedByte) {
  const std::string Bytes = serialize(sample());
  for (size_t I = 0; I != Bytes.size(); ++I) {
    std::string Damaged = Bytes;
    Damaged[I] = static_cast<char>(~Damaged[I]);
    EXPECT_NE(errorOf(Damaged), "") << "at " << I;
  }
}

/// Uses every id of \p Facts.
void use(const TuFacts &Facts) {
  llvm::raw_null_ostream Nowhere;
  dumpFacts(Facts, Nowhere);
}

TEST(Deserialization, SurvivesAnyByteUnderAGoodChecksum) {
  const std::string Bytes = serialize(sample());
  unsigned Rejected = 0, Accepted = 0;
  for (size_t I = HeaderSize; I != Bytes.size(); ++I)
    for (unsigned Byte = 0; Byte != 256; ++Byte) {
      std::string Damaged = Bytes;
      Damaged[I] = static_cast<char>(Byte);
      llvm::Expected<TuFacts> Result = deserialize(resealed(Damaged));
      Result ? ++Accepted : ++Rejected;
      if (Result)
        use(*Result);
      else
        llvm::consumeError(Result.takeError());
    }
  // Another letter in a name or another line is in order; most is not.
  EXPECT_GT(Accepted, 0u);
  EXPECT_GT(Rejected, Accepted);
}

TEST(Deserialization, SurvivesLostAndDoubledBytes) {
  const std::string Bytes = serialize(sample());
  for (size_t I = HeaderSize; I != Bytes.size(); ++I)
    for (size_t Length : {1, 2, 7, 64}) {
      std::string Lost = Bytes, Doubled = Bytes;
      Lost.erase(I, Length);
      Doubled.insert(I, Bytes.substr(I, Length));
      for (const std::string &Damaged : {Lost, Doubled})
        if (auto Result = deserialize(resealed(Damaged)))
          use(*Result);
        else
          llvm::consumeError(Result.takeError());
    }
}

/// What the reader says of facts that \p Break has made wrong.
template <typename Breaker> std::string errorAfter(Breaker Break) {
  TuFacts Facts = sample();
  Break(Facts);
  return errorOf(serialize(Facts));
}

TEST(Deserialization, RejectsIdsOutOfRange) {
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.MainFile.Value = 1000; }),
              HasSubstr("MainFile: a number out of range"));
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Variables[0].Type.Value = 100; }),
              HasSubstr("Variables: a number out of range"));
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Variables[0].Init.Value = 100; }),
              HasSubstr("Variables: a number out of range"));
  EXPECT_THAT(errorAfter([](TuFacts &F) {
                F.Functions[0].Kind = static_cast<FunctionKind>(50);
              }),
              HasSubstr("Functions: a number out of range"));
}

TEST(Deserialization, RejectsAStringThatOccursTwice) {
  TuFacts Facts;
  Facts.Strings.intern("first");
  Facts.Strings.intern("other");
  std::string Bytes = serialize(Facts);
  Bytes.replace(Bytes.find("other"), 5, "first");
  EXPECT_THAT(errorOf(resealed(Bytes)), HasSubstr("occurs twice"));
}

TEST(Deserialization, RejectsParentsBeforeChildren) {
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Types[2].Args = {TypeId{2}}; }),
              HasSubstr("Types: a number out of range"));
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Values[1].Args = {ValueId{2}}; }),
              HasSubstr("Values: a number out of range"));
}

TEST(Deserialization, RejectsAListWithoutTheUnknown) {
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Types[0].Const = true; }),
              HasSubstr("the first type or value is not the unknown one"));
  EXPECT_THAT(errorAfter([](TuFacts &F) { F.Values[0].Number = 1; }),
              HasSubstr("the first type or value is not the unknown one"));
}

TEST(Deserialization, RejectsControlFlowThatIsNotThere) {
  const std::pair<const char *, void (*)(Function &)> Mistakes[] = {
      {"a loop around itself", [](Function &F) { F.Loops[0].Parent = 0; }},
      {"a loop that is not there",
       [](Function &F) { F.Control[0].Points[0].Loop = 2; }},
      {"a point in no block",
       [](Function &F) { F.Control[0].Points[0].Block = 2; }},
      {"an edge from nowhere",
       [](Function &F) { F.Control[0].Edges[0].From = 2; }},
      {"an edge to nowhere", [](Function &F) { F.Control[0].Edges[0].To = 2; }},
      {"a child's block", [](Function &F) { F.Control[0].OfChild = {2}; }},
      {"a test in no block",
       [](Function &F) { F.Control[0].Lazy[0].Test = 2; }},
      {"a lazy block", [](Function &F) { F.Control[0].Lazy[0].Blocks = {2}; }},
      {"a guarded block",
       [](Function &F) { F.Control[0].Guarded[0].Blocks = {2}; }}};
  for (const auto &[What, Make] : Mistakes) {
    TuFacts Facts = filled();
    Make(Facts.Functions[0]);
    llvm::Expected<TuFacts> Result = deserialize(serialize(Facts));
    EXPECT_FALSE(Result) << What;
    llvm::consumeError(Result.takeError());
  }
}

//===-- What a linker would see -------------------------------------------===//

TEST(Deserialization, RejectsStatementsThatNeedLaterOnes) {
  auto With = [](std::vector<Statement> Code) {
    return errorAfter(
        [&](TuFacts &F) { F.Functions[0].FlowBodies = {{std::move(Code)}}; });
  };
  auto Of = [](StatementKind Kind, StatementNumber A, StatementNumber B) {
    Statement S;
    S.Kind = Kind;
    S.A = A;
    S.B = B;
    return S;
  };
  Statement Object = Of(StatementKind::Local, 0, 0);
  Statement Call = Of(StatementKind::Call, 0, 0);
  const char *Message = "Functions: a statement that needs one which is not "
                        "before it";
  EXPECT_THAT(With({Object, Of(StatementKind::Load, 2, 0)}),
              HasSubstr(Message));
  EXPECT_THAT(With({Object, Of(StatementKind::Store, 1, 2)}),
              HasSubstr(Message));
  EXPECT_THAT(With({Object, Of(StatementKind::Argument, 1, 0)}),
              HasSubstr(Message));
  EXPECT_EQ(With({Object, Call, Of(StatementKind::Argument, 1, 2)}), "");
}

TEST(LinkNames, ComeBackFromTheEnd) {
  LinkNames Names{{1, 7, ~0ULL}, {2}, true};
  for (const std::string &Facts : {std::string(), serialize(sample())}) {
    std::string Bytes = append(Facts, Names);
    llvm::Expected<LinkNames> Back = detachLinkNames(Bytes);
    ASSERT_TRUE(bool(Back));
    EXPECT_EQ(*Back, Names);
    EXPECT_EQ(Bytes, Facts);
  }
}

TEST(LinkNames, DamageIsNoCrash) {
  const std::string Bytes = append(serialize(sample()), {{1, 7}, {2}, true});
  for (size_t I = 0; I != Bytes.size(); ++I) {
    std::string Cut = Bytes.substr(0, I), Changed = Bytes;
    Changed[I] = static_cast<char>(~Changed[I]);
    for (std::string Damaged : {Cut, Changed})
      if (llvm::Expected<LinkNames> Back = detachLinkNames(Damaged))
        EXPECT_LE(Damaged.size(), Bytes.size());
      else
        EXPECT_NE(llvm::toString(Back.takeError()), "");
  }
}

} // namespace
