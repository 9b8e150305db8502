//===- LinkBench.cpp - Time and memory of link() and judge() --------------===//
//
// Makes a synthetic program of as many units as it is told, links it, judges
// it by the default rules, and then runs the analyses and the checks one by one
// for a breakdown. One line of JSON on standard output; what has ended, and how
// long it took, on standard error. Units are bytes, as they come from the
// extractor's processes; to read them is a part of linking. The peak of memory
// is taken before the breakdown: it holds the bytes of all units, the program,
// what judge() makes, and nothing else of size.
//
//   stateless-link-bench UNITS [--no-parts | --only-link] [NAME=NUMBER]...
//
// Names: seed, headers, max-chain, back-pointers, wide-calls; see
// SyntheticProgram.h.
//
//===----------------------------------------------------------------------===//
#include "Check.h"
#include "RuleSet.h"
#include "StateObjects.h"
#include "SyntheticProgram.h"
#include "analysis/Analyses.h"
#include "facts/Linker.h"
#include "facts/Serialization.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <chrono>
#include <map>
#include <sys/resource.h>

using namespace stateless;

/// Mebibytes.
static double peakMemory() {
  rusage Usage{};
  getrusage(RUSAGE_SELF, &Usage);
  return Usage.ru_maxrss / 1024.0;
}

/// Of all threads.
static double cpuSeconds() {
  rusage Usage{};
  getrusage(RUSAGE_SELF, &Usage);
  auto Seconds = [](const timeval &T) { return T.tv_sec + T.tv_usec / 1e6; };
  return Seconds(Usage.ru_utime) + Seconds(Usage.ru_stime);
}

/// Times what is done, in the order in which it is done.
class Stopwatch {
public:
  template <typename Action> auto time(llvm::StringRef Name, Action Do) {
    auto Begin = std::chrono::steady_clock::now();
    double CpuBefore = cpuSeconds();
    auto Result = Do();
    std::chrono::duration<double> Spent =
        std::chrono::steady_clock::now() - Begin;
    double Cpu = cpuSeconds() - CpuBefore;
    Order.push_back(Name);
    Seconds[Name] = Spent.count();
    CpuSeconds[Name] = Cpu;
    llvm::errs() << llvm::format("%-30s %8.2f s  %8.2f s CPU  peak %6.0f MiB\n",
                                 Name.str().c_str(), Spent.count(), Cpu,
                                 peakMemory());
    return Result;
  }

  llvm::json::Array Order; ///< Names; an object's keys have none.
  llvm::json::Object Seconds, CpuSeconds;
};

static size_t callsOf(llvm::ArrayRef<Function> Functions) {
  size_t Result = 0;
  for (const Function &F : Functions)
    Result += F.Calls.size();
  return Result;
}

/// The same verdicts, the same number: a faster analysis must not change it.
static std::string digest(llvm::ArrayRef<Verdict> Verdicts) {
  std::string Text;
  for (const Verdict &V : Verdicts) {
    Text += V.Check + V.Loc.File + std::to_string(V.Loc.Line) + V.Message;
    for (const VerdictNote &Note : V.Notes)
      Text += Note.Text;
  }
  return llvm::utohexstr(llvm::xxh3_64bits(Text));
}

/// Each analysis and each check on its own, in the order of Analyses.
static void breakDown(const Program &Prog, const RuleSet &Rules,
                      Stopwatch &Watch) {
  {
    auto Points = Watch.time("PointsTo",
                             [&] { return std::make_unique<PointsTo>(Prog); });
    auto Graph = Watch.time("CallGraph", [&] {
      return std::make_unique<CallGraph>(Prog, *Points);
    });
    auto Dead = Watch.time(
        "DeadCode", [&] { return std::make_unique<DeadCode>(Prog, *Graph); });
    auto Reach = Watch.time("Reachability", [&] {
      return std::make_unique<Reachability>(*Graph, *Dead);
    });
    auto Times = Watch.time("Phases", [&] {
      return std::make_unique<Phases>(Prog, *Graph, *Dead, *Reach);
    });
    auto Writes = Watch.time("Mutation", [&] {
      return std::make_unique<Mutation>(Prog, *Points, *Graph, *Times);
    });
    Watch.time("PathValues",
               [&] { return std::make_unique<PathValues>(Prog, *Writes); });
    Watch.time("Lifetime", [&] {
      return std::make_unique<Lifetime>(Prog, *Points, *Graph, *Times);
    });
  }
  Analyses Known(Prog);
  auto Made = Watch.time("WrittenParts", [&] {
    return std::make_unique<Evidence>(Prog, Known, Rules.Options);
  });
  const Evidence &E = *Made;
  for (const CheckInfo &Check : allChecks())
    Watch.time(Check.Id, [&] {
      VerdictSink Sink(Check.Id);
      if (Check.Judge)
        Check.Judge(E, Sink);
      else
        for (const StateObject &O : E.Objects->all())
          Check.Classify(E, O, Sink);
      return Sink.take().size();
    });
}

static bool setNumber(bench::Shape &Form, llvm::StringRef Name,
                      uint64_t Number) {
  if (Name == "seed")
    Form.Seed = Number;
  else if (Name == "headers")
    Form.Headers = Number;
  else if (Name == "max-chain")
    Form.MaxChain = Number;
  else if (Name == "back-pointers")
    Form.BackPointers = Number;
  else if (Name == "wide-calls")
    Form.WideCalls = Number;
  else
    return false;
  return true;
}

int main(int Argc, char **Argv) {
  bench::Shape Form;
  bool Judge = true, Parts = true;
  for (llvm::StringRef Arg : llvm::ArrayRef(Argv + 1, Argv + Argc)) {
    auto [Name, Text] = Arg.split('=');
    uint64_t Number = 0;
    if (Arg == "--no-parts") {
      Parts = false;
    } else if (Arg == "--only-link") {
      Judge = Parts = false;
    } else if (!Arg.getAsInteger(10, Form.Units)) {
      continue;
    } else if (Text.getAsInteger(10, Number) ||
               !setNumber(Form, Name, Number)) {
      llvm::errs() << "unknown argument: " << Arg << '\n';
      return 2;
    }
  }

  RuleLoad Rules = loadRules("");
  Stopwatch Watch;
  llvm::json::Object Out{{"units", Form.Units}};

  size_t Functions = 0, Calls = 0;
  std::vector<std::string> Units = Watch.time("generate", [&] {
    bench::SyntheticProgram Source(Form);
    std::vector<std::pair<std::string, std::string>> ByMainFile;
    for (uint32_t Each = 0; Each != Form.Units; ++Each) {
      TuFacts Unit = Source.unit(Each);
      Functions += Unit.Functions.size();
      Calls += callsOf(Unit.Functions);
      ByMainFile.emplace_back(Unit.Strings[Unit.MainFile], serialize(Unit));
    }
    llvm::sort(ByMainFile);
    std::vector<std::string> Result;
    for (auto &[MainFile, Bytes] : ByMainFile)
      Result.push_back(std::move(Bytes));
    return Result;
  });
  Out["unitFunctions"] = Functions;
  Out["unitCalls"] = Calls;
  Out["unitMemory"] = peakMemory();

  Program Prog = Watch.time("link", [&] {
    Linker All;
    for (std::string &Bytes : Units)
      All.add(llvm::cantFail(deserialize(std::exchange(Bytes, {}))));
    return All.finish(LinkOptions{true});
  });
  Out["functions"] = Prog.functions().size();
  Out["calls"] = callsOf(Prog.functions());
  Out["classes"] = Prog.classes().size();
  Out["fields"] = Prog.fields().size();
  Out["variables"] = Prog.variables().size();
  Out["strings"] = Prog.strings().size();
  Out["linkMemory"] = peakMemory();

  if (Judge) {
    Judgement Found = Watch.time("judge", [&] {
      return judge(Prog, Rules.Rules.Options,
                   [](llvm::StringRef) { return true; });
    });
    Out["peakMemory"] = peakMemory();
    const std::vector<Verdict> &Verdicts = Found.Verdicts;
    Out["entryPoints"] = Found.EntryPoints.size();
    Out["verdicts"] = Verdicts.size();
    std::map<std::string, int64_t> Violations;
    for (const Verdict &V : Verdicts)
      Violations[V.Check] += V.Kind == VerdictKind::Violation;
    Out["violations"] = llvm::json::Object();
    for (const auto &[Check, Count] : Violations)
      (*Out["violations"].getAsObject())[Check] = Count;
    Out["digest"] = digest(Verdicts);
  }
  if (Parts)
    breakDown(Prog, Rules.Rules, Watch);

  Out["timed"] = std::move(Watch.Order);
  Out["seconds"] = std::move(Watch.Seconds);
  Out["cpuSeconds"] = std::move(Watch.CpuSeconds);
  llvm::outs() << llvm::json::Value(std::move(Out)) << '\n';
  return 0;
}
