//===- EntryNames.h - What entry points are called -------------*- C++ -*-===//
//
// Names an entry point as its users would: "GET /cart" where the code states
// method and route, and by what registers it where not. It must not know
// reports.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_ANALYSIS_ENTRYNAMES_H
#define STATELESS_ANALYSIS_ENTRYNAMES_H

#include "analysis/CallGraph.h"
#include "analysis/PathValues.h"

namespace stateless {

/// "GET /cart", "/cart", "'app::Greeter::SayHello'", "the request loop in
/// 'main'", "handler registered by 'httplib::Server::Get'": ready to stand in a
/// sentence. Routes are quoted: "'GET /cart'".
std::string entryName(const Program &Prog, const PathValues &Values,
                      const EntryPoint &E);

/// The same as a list shows it, without quotation marks around a route.
std::string entryTitle(const Program &Prog, const PathValues &Values,
                       const EntryPoint &E);

/// One text for each of many things; sorts them without comparing text.
class SortedTexts {
public:
  SortedTexts() = default;
  explicit SortedTexts(llvm::ArrayRef<std::string> Texts);

  const std::string &operator[](size_t Position) const {
    return Texts[RankOf[Position]];
  }

  /// The texts of \p Positions in order, each once.
  std::vector<llvm::StringRef> of(llvm::ArrayRef<size_t> Positions) const;

private:
  std::vector<std::string> Texts; ///< Sorted, each once.
  std::vector<uint32_t> RankOf;   ///< By position.
};

/// "request", "message", "timer", "signal", "thread", "exit", "fork".
llvm::StringRef entryKindName(EntryKind Kind);

} // namespace stateless

#endif
