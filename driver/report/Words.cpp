//===- Words.cpp - What verdicts say to people ----------------------------===//
//
// See Words.h. The compiler names each reason that has no words.
//
//===----------------------------------------------------------------------===//
#include "report/Words.h"
#include "llvm/Support/ErrorHandling.h"
#include <map>

using namespace llvm;

namespace stateless {

std::string wordsOf(const Reason &R) {
  switch (R.Kind) {
  case ReasonKind::None:
    return "";
  case ReasonKind::Constant:
    return "constant";
  case ReasonKind::SynchronizationOnly:
    return "synchronisation only";
  case ReasonKind::ExemptType:
    return "exempt type: " + R.Of;
  case ReasonKind::OfLibrary:
    return "a macro of a library declares it for its own use";
  case ReasonKind::NoData:
    return "holds no data";
  case ReasonKind::NeverWritten:
    return "never written";
  case ReasonKind::EffectivelyConstant:
    return "never written: effectively constant";
  case ReasonKind::DeadWritersOnly:
    return "written only by code that nothing calls";
  case ReasonKind::StartUpOnly:
    return "written only at start-up";
  case ReasonKind::StartUpAndEnd:
    return "written only at start-up and when serving is over";
  case ReasonKind::EndOnly:
    return "written only when serving is over";
  case ReasonKind::OfChildOnly:
    return "written only in a child process, which ends by itself";
  case ReasonKind::ComputedOnce:
    return "computed once, the same in every process";
  case ReasonKind::FollowsClock:
    return "follows the clock: made anew wherever the time has changed";
  case ReasonKind::FollowsThread:
    return "follows the thread: made of what tells threads apart";
  case ReasonKind::Scratch:
    return "scratch: each use sets it before it reads it; not re-entrant";
  case ReasonKind::Diagnostic:
    return "diagnostic: only logs tell what it holds";
  case ReasonKind::SignalFlag:
    return "signal flag: only signals set it";
  case ReasonKind::ShutdownFlag:
    return "shutdown flag: written only by a signal handler";
  case ReasonKind::NoMutableState:
    return "no mutable state";
  case ReasonKind::OthersWritten:
    return "only other objects of its class are written";
  case ReasonKind::ReportedBy:
    return "reported by " + R.Of;
  case ReasonKind::JudgedBy:
    return "judged by " + R.Of;
  case ReasonKind::ReadOnly:
    return "read only";
  case ReasonKind::NoFile:
    return "writes no file";
  case ReasonKind::WritableRoot:
    return "inside the writable roots";
  case ReasonKind::PartAnalysed:
    return "only a part of the program was analysed";
  }
  llvm_unreachable("no such reason");
}

std::string wordsOf(const Grounds &G) {
  switch (G.Kind) {
  case GroundsKind::None:
    return "";
  case GroundsKind::SureRequest:
    return "a request leads to the write by calls that can run nothing else";
  case GroundsKind::OneOfSeveralCalls:
    return "a request may lead to the write, but a call on the way can run "
           "several functions";
  case GroundsKind::ThreadOrSignal:
    return "a thread or signal handler writes it";
  case GroundsKind::NoEntryPoint:
    return "the write is certain, but no entry point is known to lead to it";
  case GroundsKind::UnseenWrite:
    return "whether it is written cannot be seen: " + G.Of;
  case GroundsKind::PartAnalysed:
    return "only a part of the program was analysed";
  case GroundsKind::MixedObjects:
    return "some objects of the class stay, others do not";
  case GroundsKind::UnknownMode:
    return "the open mode is unknown";
  case GroundsKind::UnknownDriver:
    return "the driver of the database is unknown";
  case GroundsKind::UnknownPath:
    return "the path is unknown";
  case GroundsKind::ConfigurablePath:
    return "the path is configurable: it comes from the environment or the "
           "command line";
  case GroundsKind::MixedPath:
    return "objects of one class have different paths, and which of them this "
           "one has is not known";
  case GroundsKind::KnownPath:
    return "the path is known, but no sure way from a request to the write";
  case GroundsKind::ConfiguredStore:
    return "a configuration says where it is kept";
  }
  llvm_unreachable("no such grounds");
}

std::string reasonOf(const Verdict &V) {
  if (V.WhyIn.empty())
    return wordsOf(V.Why);
  std::map<std::string, std::string> Told;
  for (const ReasonIn &Each : V.WhyIn) {
    std::string &Names = Told[wordsOf(Each.Why)];
    for (const std::string &Name : Each.Names)
      Names += (Names.empty() ? "in '" : ", '") + Name + "'";
  }
  std::string Text;
  for (const auto &[Words, Names] : Told)
    Text += (Text.empty() ? "" : "; ") + Words + " (" + Names + ")";
  return Text;
}

std::string messageOf(const Verdict &V) {
  return V.Kind == VerdictKind::Benign && V.Why ? V.Message + ": " + reasonOf(V)
                                                : V.Message;
}

std::string textOf(const VerdictNote &N) {
  return N.Why ? N.Text + ": " + wordsOf(N.Why) : N.Text;
}

} // namespace stateless
