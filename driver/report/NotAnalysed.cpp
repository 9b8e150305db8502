//===- NotAnalysed.cpp - Why code was not analysed, and how much ----------===//
//
// One table: name, words and cost of each reason. See NotAnalysed.h.
//
//===----------------------------------------------------------------------===//
#include "report/NotAnalysed.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace stateless {
namespace {

struct ReasonText {
  StringRef Name, Phrase;
  Loss Cost = Loss::Code;
};

ReasonText textOf(ProblemReason Reason) {
  switch (Reason) {
  case ProblemReason::Errors:
    return {"errors", "with errors"};
  case ProblemReason::MissingFile:
    return {"missing-file", "without its file"};
  case ProblemReason::TimedOut:
    return {"timed-out", "out of time"};
  case ProblemReason::OutOfMemory:
    return {"out-of-memory", "out of memory"};
  case ProblemReason::Crashed:
    return {"crashed", "with a crash"};
  case ProblemReason::NotStarted:
    return {"not-started", "not started"};
  case ProblemReason::StandardInput:
    return {"standard-input", "from standard input"};
  case ProblemReason::EmptyCommand:
    return {"empty-command", "without a command"};
  case ProblemReason::ResponseFile:
    return {"response-file", "with a refused response file"};
  case ProblemReason::Cuda:
    return {"cuda", "in CUDA"};
  case ProblemReason::Hip:
    return {"hip", "in HIP"};
  case ProblemReason::ObjectiveC:
    return {"objective-c", "in Objective-C"};
  case ProblemReason::OpenCl:
    return {"opencl", "in OpenCL"};
  case ProblemReason::Fortran:
    return {"fortran", "in Fortran"};
  case ProblemReason::OtherLanguage:
    return {"other-language", "in another language"};
  case ProblemReason::UnknownLanguage:
    return {"unknown-language", "in an unknown language"};
  case ProblemReason::Assembler:
    return {"assembler", "in assembler", Loss::Assembler};
  case ProblemReason::Header:
    return {"header", "for a header", Loss::Nothing};
  case ProblemReason::Resource:
    return {"resource", "for resources", Loss::Nothing};
  case ProblemReason::HeaderNotRead:
    return {"header-not-read", "never read"};
  case ProblemReason::Remark:
    return {"remark", "with a remark", Loss::Nothing};
  }
  llvm_unreachable("no such reason");
}

} // namespace

StringRef nameOf(ProblemReason Reason) { return textOf(Reason).Name; }
StringRef explanationOf(ProblemReason Reason) {
  switch (Reason) {
  case ProblemReason::StandardInput:
    return "its command reads the standard input of the build";
  case ProblemReason::EmptyCommand:
    return "its command is empty";
  case ProblemReason::Cuda:
    return "CUDA is not read";
  case ProblemReason::Hip:
    return "HIP is not read";
  case ProblemReason::ObjectiveC:
    return "Objective-C is not read";
  case ProblemReason::OpenCl:
    return "OpenCL is not read";
  case ProblemReason::Fortran:
    return "Fortran is not read";
  case ProblemReason::UnknownLanguage:
    return "neither its name nor its command says that it is C or C++";
  case ProblemReason::Assembler:
    return "assembler is not read, and may write what other units define";
  case ProblemReason::Header:
    return "a header is analysed where a source includes it";
  case ProblemReason::Resource:
    return "resources hold no code";
  default:
    return "it is not C or C++";
  }
}

StringRef phraseOf(ProblemReason Reason) { return textOf(Reason).Phrase; }
Loss lossOf(ProblemReason Reason) { return textOf(Reason).Cost; }

bool isForeign(ProblemReason Reason) {
  switch (Reason) {
  case ProblemReason::Cuda:
  case ProblemReason::Hip:
  case ProblemReason::ObjectiveC:
  case ProblemReason::OpenCl:
  case ProblemReason::Fortran:
  case ProblemReason::OtherLanguage:
  case ProblemReason::UnknownLanguage:
  case ProblemReason::Assembler:
  case ProblemReason::Header:
  case ProblemReason::Resource:
    return true;
  default:
    return false;
  }
}

bool wasTried(ProblemReason Reason) {
  switch (Reason) {
  case ProblemReason::StandardInput:
  case ProblemReason::EmptyCommand:
  case ProblemReason::ResponseFile:
    return false;
  default:
    return !isForeign(Reason);
  }
}

unsigned EntryCounts::notAnalysed() const {
  unsigned Sum = 0;
  for (auto [Reason, Count] : NotAnalysed)
    Sum += Count;
  return Sum;
}

unsigned EntryCounts::lost() const {
  unsigned Sum = 0;
  for (auto [Reason, Count] : NotAnalysed)
    if (lossOf(Reason) != Loss::Nothing)
      Sum += Count;
  return Sum;
}

std::string describeNotAnalysed(const EntryCounts &Entries) {
  std::string Text = utostr(Entries.notAnalysed()) + " not analysed";
  StringRef Separator = " (";
  for (auto [Reason, Count] : Entries.NotAnalysed) {
    Text += (Separator + utostr(Count) + " " + phraseOf(Reason)).str();
    Separator = ", ";
  }
  return Entries.NotAnalysed.empty() ? Text : Text + ")";
}

} // namespace stateless
