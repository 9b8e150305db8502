//===- RequestEvidence.h - From the request to the evidence ----*- C++ -*-===//
//
// What checks say of how requests reach a place: the names of the routes, the
// chain of calls as notes, and how sure that makes a finding. It must not know
// which check asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_CHECKS_REQUESTEVIDENCE_H
#define STATELESS_CHECKS_REQUESTEVIDENCE_H

#include "Check.h"
#include "analysis/Mutation.h"

namespace stateless {

/// A place in the code that matters to a finding.
struct Site {
  const Function *In = nullptr;
  Location Loc;
};

/// The titles of the entry points that run any of \p Sites, sorted, each once.
/// Threads and signals count only where nothing serves.
std::vector<std::string> entryTitles(const Evidence &E,
                                     llvm::ArrayRef<Site> Sites);

/// "'GET /cart' and 'POST /cart'"; empty if no entry point runs \p Sites.
std::string entryList(const Evidence &E, llvm::ArrayRef<Site> Sites);

/// ", on 'GET /cart' and 'POST /cart'"; empty if no entry point runs \p Sites.
std::string requestClause(const Evidence &E, llvm::ArrayRef<Site> Sites);

/// The chain from an entry point to \p At as notes: where it is registered and
/// each call on the way. Nothing if no entry point leads there.
std::vector<VerdictNote> chainNotes(const Evidence &E, const Site &At);

/// True if an entry point that serves leads to \p At by calls that can run one
/// body only.
bool isProven(const Evidence &E, const Site &At);

/// "a", "a and b", "a, b and 3 more": as many as help a reader.
std::string listNames(llvm::ArrayRef<std::string> Names);

/// A lambda's name quotes its function already.
std::string quotedName(llvm::StringRef Name);

SourceLocation sourceLocation(const Program &Prog, const Location &Loc);

} // namespace stateless

#endif
