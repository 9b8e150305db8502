//===- Serialization.cpp - Facts to MessagePack and back ------------------===//
//
// The bytes are a magic word, the XXH3 checksum of the rest, and a sequence of
// MessagePack objects: the format version, the strings, then each field of
// TuFacts in the order of visitFields(). A fact is an array of its fields; a
// list of TuFacts is its length, then one object for each item, so that the
// reader holds the tokens of one item at a time. msgpack-cxx checks the
// syntax, the Reader all that facts promise beyond it. It must not know what
// any fact means, nor where the bytes are kept.
//
//===----------------------------------------------------------------------===//
#include "facts/Serialization.h"

#include "facts/EnumNames.h"
#include "facts/FactFields.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

// The library needs Boost only for old compilers.
#define MSGPACK_NO_BOOST
#include <msgpack.hpp>

#include <limits>

namespace stateless {
namespace {

/// Bumped when the encoding changes; the structs speak for themselves.
constexpr unsigned EncodingRevision = 1;

constexpr llvm::StringLiteral Magic("STFACTS\n");
constexpr size_t HeaderSize = Magic.size() + sizeof(uint64_t);

//===-- The version -------------------------------------------------------===//

constexpr uint64_t hashText(uint64_t Hash, std::string_view Text) {
  for (char C : Text) // FNV-1a
    Hash = (Hash ^ static_cast<unsigned char>(C)) * 0x100000001b3;
  return (Hash ^ 0xff) * 0x100000001b3;
}

/// Names and kinds of all fields inside of \p T, down to the enumerators.
template <typename T> constexpr uint64_t hashSchema(uint64_t Hash) {
  if constexpr (std::same_as<T, StringId>) {
    return hashText(Hash, "string");
  } else if constexpr (std::same_as<T, TypeId>) {
    return hashText(Hash, "type");
  } else if constexpr (std::same_as<T, ValueId>) {
    return hashText(Hash, "value");
  } else if constexpr (FactEnum<T>) {
    Hash = hashText(Hash, "enum");
    for (size_t I = 0; I != enumCount<T>(); ++I)
      Hash = hashText(Hash, enumName(static_cast<T>(I)));
    return Hash;
  } else if constexpr (FactVector<T>) {
    return hashSchema<typename T::value_type>(hashText(Hash, "list"));
  } else if constexpr (Fact<T>) {
    Hash = hashText(Hash, "fact");
    visitMembers<T>([&]<typename Member>(const char *Name, Member T::*) {
      Hash = hashSchema<Member>(hashText(Hash, Name));
    });
    return hashText(Hash, "end");
  } else {
    static_assert(std::integral<T>);
    constexpr std::string_view Digits = "0123456789";
    Hash = hashText(Hash, std::signed_integral<T> ? "signed" : "unsigned");
    return hashText(Hash, Digits.substr(sizeof(T), 1));
  }
}

constexpr std::array<char, 18> makeVersion() {
  static_assert(EncodingRevision < 10);
  std::array<char, 18> Text{'0' + EncodingRevision, '-'};
  uint64_t Hash = hashSchema<TuFacts>(0xcbf29ce484222325);
  for (size_t I = 2; I != Text.size(); ++I, Hash >>= 4)
    Text[I] = "0123456789abcdef"[Hash & 15];
  return Text;
}

constexpr std::array<char, 18> Version = makeVersion();

template <Fact T> constexpr uint32_t fieldCount() {
  uint32_t Count = 0;
  visitMembers<T>([&](const char *, auto) { ++Count; });
  return Count;
}

//===-- Writing -----------------------------------------------------------===//

/// What msgpack::packer wants of its stream.
struct ByteSink {
  std::string Bytes;
  void write(const char *Data, size_t Size) { Bytes.append(Data, Size); }
};

class Writer {
public:
  std::string write(const TuFacts &Facts) {
    Out.Bytes.append(HeaderSize, '\0');
    text(factsFormatVersion());
    Pack.pack_array(static_cast<uint32_t>(Facts.Strings.size() - 1));
    for (uint32_t I = 1; I != Facts.Strings.size(); ++I)
      text(Facts.Strings[{I}]);
    visitFields(Facts, [&](const char *, const auto &F) { topLevel(F); });
    return seal();
  }

private:
  void text(llvm::StringRef Text) {
    Pack.pack_str(static_cast<uint32_t>(Text.size()));
    Pack.pack_str_body(Text.data(), static_cast<uint32_t>(Text.size()));
  }

  template <typename T> void topLevel(const T &V) {
    if constexpr (FactVector<T>) {
      Pack.pack_uint32(static_cast<uint32_t>(V.size()));
      for (const auto &Item : V)
        put(Item);
    } else {
      put(V);
    }
  }

  template <typename T> void put(const T &V) {
    if constexpr (FactId<T>) {
      Pack.pack_uint32(V.Value);
    } else if constexpr (FactVector<T>) {
      Pack.pack_array(static_cast<uint32_t>(V.size()));
      for (const auto &Item : V)
        put(Item);
    } else if constexpr (Fact<T>) {
      Pack.pack_array(fieldCount<T>());
      visitFields(V, [&](const char *, const auto &F) { put(F); });
    } else if constexpr (std::signed_integral<T>) {
      Pack.pack_int64(V);
    } else {
      Pack.pack_uint64(static_cast<uint64_t>(V));
    }
  }

  std::string seal() {
    std::string Bytes = std::move(Out.Bytes);
    llvm::copy(Magic, Bytes.begin());
    llvm::support::endian::write64le(
        &Bytes[Magic.size()],
        llvm::xxh3_64bits(llvm::StringRef(Bytes).drop_front(HeaderSize)));
    return Bytes;
  }

  ByteSink Out;
  msgpack::packer<ByteSink> Pack{Out};
};

//===-- Reading -----------------------------------------------------------===//

enum class TokenKind : uint8_t { Unsigned, Negative, Text, Array };

struct Token {
  TokenKind Kind;
  uint32_t Size; ///< Text: bytes. Array: items.
  uint64_t Number;
  const char *Data;
};

/// Flattens one MessagePack object into tokens; refuses what we never write.
struct TokenSink : msgpack::null_visitor {
  std::vector<Token> Tokens;

  bool visit_positive_integer(uint64_t V) {
    Tokens.push_back({TokenKind::Unsigned, 0, V, nullptr});
    return true;
  }
  bool visit_negative_integer(int64_t V) {
    Tokens.push_back(
        {TokenKind::Negative, 0, static_cast<uint64_t>(V), nullptr});
    return true;
  }
  bool visit_str(const char *Data, uint32_t Size) {
    Tokens.push_back({TokenKind::Text, Size, 0, Data});
    return true;
  }
  bool start_array(uint32_t Size) {
    Tokens.push_back({TokenKind::Array, Size, 0, nullptr});
    return true;
  }
  bool visit_nil() { return false; }
  bool visit_boolean(bool) { return false; }
  bool visit_float32(float) { return false; }
  bool visit_float64(double) { return false; }
  bool visit_bin(const char *, uint32_t) { return false; }
  bool visit_ext(const char *, uint32_t) { return false; }
  bool start_map(uint32_t) { return false; }
};

llvm::Error makeError(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "cannot read facts: " + Message);
}

/// After the first mistake every read does nothing and Failure says why.
class Reader {
public:
  explicit Reader(llvm::StringRef Payload) : Payload(Payload) {}

  llvm::Expected<TuFacts> read() {
    checkVersion();
    readStrings();
    Facts.Types.clear();
    Facts.Values.clear();
    visitFields(Facts, [&](const char *Name, auto &F) { topLevel(Name, F); });
    if (Failure.empty() && Offset != Payload.size())
      fail("bytes after the end");
    if (!Failure.empty())
      return makeError(Failure);
    return std::move(Facts);
  }

private:
  void fail(const llvm::Twine &What) {
    if (Failure.empty())
      Failure = (Where + What).str();
    Sink.Tokens.clear();
    Next = 0;
  }

  //===-- Tokens ----------------------------------------------------------===//

  /// Loads the tokens of the next object.
  void nextObject() {
    Sink.Tokens.clear();
    Next = 0;
    if (!Failure.empty())
      return;
    if (!msgpack::parse(Payload.data(), Payload.size(), Offset, Sink))
      fail("damaged or cut off at byte " + llvm::Twine(Offset + HeaderSize));
  }

  Token next(TokenKind Wanted) {
    if (Next < Sink.Tokens.size() && Sink.Tokens[Next].Kind == Wanted)
      return Sink.Tokens[Next++];
    fail("a value of the wrong kind");
    return {Wanted, 0, 0, ""};
  }

  uint64_t unsignedUpTo(uint64_t Last) {
    uint64_t Number = next(TokenKind::Unsigned).Number;
    if (Number <= Last)
      return Number;
    fail("a number out of range");
    return 0;
  }

  //===-- Values ----------------------------------------------------------===//

  template <typename T> void get(T &V) {
    if constexpr (std::same_as<T, StringId>) {
      V.Value = getId(Facts.Strings.size());
    } else if constexpr (std::same_as<T, TypeId>) {
      V.Value = getId(Facts.Types.size());
    } else if constexpr (std::same_as<T, ValueId>) {
      V.Value = getId(Facts.Values.size());
    } else if constexpr (FactEnum<T>) {
      V = static_cast<T>(unsignedUpTo(enumCount<T>() - 1));
    } else if constexpr (FactVector<T>) {
      getList(V);
    } else if constexpr (Fact<T>) {
      if (next(TokenKind::Array).Size != fieldCount<T>())
        return fail("a fact with the wrong number of fields");
      visitFields(V, [&](const char *, auto &F) { get(F); });
    } else if constexpr (std::signed_integral<T>) {
      V = getSigned();
    } else {
      V = static_cast<T>(unsignedUpTo(std::numeric_limits<T>::max()));
    }
  }

  /// 0 is always a valid id: "", the unknown type, the unknown value.
  uint32_t getId(size_t Limit) {
    return static_cast<uint32_t>(unsignedUpTo(Limit == 0 ? 0 : Limit - 1));
  }

  int64_t getSigned() {
    if (Next < Sink.Tokens.size() &&
        Sink.Tokens[Next].Kind == TokenKind::Negative)
      return static_cast<int64_t>(Sink.Tokens[Next++].Number);
    return static_cast<int64_t>(
        unsignedUpTo(std::numeric_limits<int64_t>::max()));
  }

  template <typename T> void getList(std::vector<T> &List) {
    uint32_t Size = next(TokenKind::Array).Size;
    if (Size > Sink.Tokens.size() - Next)
      return fail("a list longer than its contents");
    List.reserve(Size);
    for (uint32_t I = 0; I != Size && Failure.empty(); ++I)
      get(List.emplace_back());
  }

  //===-- The unit --------------------------------------------------------===//

  void checkVersion() {
    nextObject();
    Token Found = next(TokenKind::Text);
    llvm::StringRef Text(Found.Data, Found.Size);
    if (Failure.empty() && Text != factsFormatVersion())
      fail("format '" + Text + "' is not this tool's '" + factsFormatVersion() +
           "'");
  }

  void readStrings() {
    nextObject();
    uint32_t Count = next(TokenKind::Array).Size;
    for (uint32_t I = 1; I <= Count && Failure.empty(); ++I) {
      Token Found = next(TokenKind::Text);
      if (Facts.Strings.intern({Found.Data, Found.Size}).Value != I)
        fail("a string that is empty or occurs twice");
    }
  }

  template <typename T> void topLevel(const char *Name, T &V) {
    Where = std::string(Name) + ": ";
    nextObject();
    if constexpr (FactVector<T>)
      readAll(V);
    else
      get(V);
  }

  /// While an item of Types or Values is read, the list holds just those
  /// before it: a child can only be an earlier one.
  template <typename T> void readAll(std::vector<T> &List) {
    uint64_t Size = unsignedUpTo((Payload.size() - Offset) / fieldCount<T>());
    List.reserve(Size);
    for (uint64_t I = 0; I != Size && Failure.empty(); ++I) {
      T Item;
      nextObject();
      get(Item);
      check(Item, List);
      List.push_back(std::move(Item));
    }
  }

  template <typename T> void check(const T &Item, const std::vector<T> &List) {
    if constexpr (std::same_as<T, Type> || std::same_as<T, Value>)
      if (List.empty() && Item != T())
        fail("the first type or value is not the unknown one");
    if constexpr (std::same_as<T, Function>)
      if (!controlIsSound(Item))
        fail("a control flow that names a loop or block which is not there");
      else if (!llvm::all_of(Item.FlowBodies, flowIsSound))
        fail("a statement that needs one which is not before it");
  }

  static bool flowIsSound(const FlowBody &Body) {
    const std::vector<Statement> &Code = Body.Statements;
    for (size_t I = 0; I != Code.size(); ++I) {
      const Statement &S = Code[I];
      bool OfCall = S.Kind == StatementKind::Receiver ||
                    S.Kind == StatementKind::Argument ||
                    S.Kind == StatementKind::ArgumentObject;
      if (S.A > I || S.B > I || (OfCall && S.B == 0))
        return false;
    }
    return true;
  }

  static bool controlIsSound(const Function &F) {
    auto IsLoop = [](uint32_t Index, size_t Loops) {
      return Index == NoLoop || Index < Loops;
    };
    for (size_t I = 0; I != F.Loops.size(); ++I)
      if (!IsLoop(F.Loops[I].Parent, I))
        return false;
    return llvm::all_of(F.Control, [&](const ControlFlow &C) {
      size_t Last = C.Edges.size();
      auto IsBlock = [&](uint32_t Block) { return Block <= Last; };
      return llvm::all_of(C.Points,
                          [&](const ProgramPoint &P) {
                            return IsLoop(P.Loop, F.Loops.size()) &&
                                   P.Block <= Last;
                          }) &&
             llvm::all_of(C.Edges,
                          [&](const BlockEdge &E) {
                            return E.From <= Last && E.To <= Last;
                          }) &&
             llvm::all_of(C.OfChild, IsBlock) &&
             llvm::all_of(C.Handlers, IsBlock) &&
             llvm::all_of(C.Guarded,
                          [&](const GuardedBlocks &G) {
                            return llvm::all_of(G.Blocks, IsBlock);
                          }) &&
             llvm::all_of(C.Lazy, [&](const LazyBlocks &L) {
               return L.Test <= Last && llvm::all_of(L.Blocks, IsBlock);
             });
    });
  }

  llvm::StringRef Payload;
  size_t Offset = 0;
  TokenSink Sink;
  size_t Next = 0; ///< In Sink.Tokens.
  TuFacts Facts;
  std::string Where; ///< The field of TuFacts that is read.
  std::string Failure;
};

} // namespace

llvm::StringRef factsFormatVersion() {
  return {Version.data(), Version.size()};
}

std::string serialize(const TuFacts &Facts) { return Writer().write(Facts); }

llvm::Expected<TuFacts> deserialize(llvm::StringRef Bytes) {
  if (Bytes.size() < HeaderSize || !Bytes.starts_with(Magic))
    return makeError("these are not facts of stateless-tidy");
  llvm::StringRef Payload = Bytes.drop_front(HeaderSize);
  if (llvm::support::endian::read64le(Bytes.data() + Magic.size()) !=
      llvm::xxh3_64bits(Payload))
    return makeError("damaged or cut off (the checksum differs)");
  return Reader(Payload).read();
}

//===-- What a linker would see -------------------------------------------===//

// Numbers of eight bytes, little-endian: the names that are defined, those that
// are needed, how many of both, and a word that ends it.

static constexpr uint64_t NamesEnd = 0x53454d414e545300; // "\0STNAMES"

static void appendNumber(std::string &Bytes, uint64_t Number) {
  char Text[sizeof Number];
  llvm::support::endian::write64le(Text, Number);
  Bytes.append(Text, sizeof Text);
}

std::string append(std::string Bytes, const LinkNames &Names) {
  for (const std::vector<uint64_t> *List : {&Names.Defines, &Names.Needs})
    for (uint64_t Name : *List)
      appendNumber(Bytes, Name);
  appendNumber(Bytes, Names.Defines.size());
  appendNumber(Bytes, Names.Needs.size());
  appendNumber(Bytes, Names.Main);
  appendNumber(Bytes, NamesEnd);
  return Bytes;
}

llvm::Expected<LinkNames> detachLinkNames(std::string &Bytes) {
  size_t Count = Bytes.size() / sizeof(uint64_t);
  const char *End = Bytes.data() + Bytes.size();
  auto FromEnd = [&](size_t Index) {
    return llvm::support::endian::read64le(End - Index * sizeof(uint64_t));
  };
  if (Count < 4 || FromEnd(1) != NamesEnd || FromEnd(2) > 1 ||
      FromEnd(3) > Count - 4 || FromEnd(4) > Count - 4 - FromEnd(3))
    return makeError("the names for the linker are damaged");
  LinkNames Names;
  Names.Main = FromEnd(2) != 0;
  size_t Index = 4 + FromEnd(4) + FromEnd(3);
  size_t Size = Bytes.size() - Index * sizeof(uint64_t);
  for (uint64_t I = FromEnd(4); I != 0; --I)
    Names.Defines.push_back(FromEnd(Index--));
  for (uint64_t I = FromEnd(3); I != 0; --I)
    Names.Needs.push_back(FromEnd(Index--));
  Bytes.resize(Size);
  return Names;
}

} // namespace stateless
