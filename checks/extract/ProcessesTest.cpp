//===- ProcessesTest.cpp - Threads that are awaited, and children ---------===//
//
// Sources that are on no disk, models of their functions, and what is found to
// be awaited, or to be run by a child process only. It must not depend on what
// analyses make of that.
//
//===----------------------------------------------------------------------===//
#include "extract/ExtractTesting.h"
#include "facts/Models.h"

using namespace stateless;
using testing::ElementsAre;

namespace {

class ProcessesTest : public testing::Test {
protected:
  ProcessesTest() {
    Known.Roles = {{"fork", CallRole::Forks}, {"leave", CallRole::EndsProcess}};
    Known.Awaits = {{"Thread::join", ReceiverArgument, "Thread::runs"},
                    {"Scoped::~Scoped", ReceiverArgument, ""},
                    {"wait", 0, ""}};
    for (const char *Name : {"Thread::Thread", "Scoped::Scoped"})
      add(Name, 0);
    add("start", 1);
    Known.Own = {"fork", "leave", "wait", "start"};
  }
  void add(llvm::StringRef Call, ArgumentIndex Handler) {
    EntryPointModel &M = Known.EntryPoints.emplace_back();
    M.Call = Call.str();
    M.Handlers = {Handler};
    M.Kind = EntryKind::Thread;
  }

  const Function &read(llvm::StringRef Code) {
    std::string Text = R"(
struct Thread { Thread(void (*)()); Thread(); ~Thread(); Thread(Thread &&);
  Thread &operator=(Thread &&); void join(); void detach(); bool runs() const; };
struct Scoped { Scoped(void (*)()); ~Scoped(); };
extern "C" int fork(); extern "C" void leave(); bool some(); void hand(Thread &);
extern "C" void start(long *, void (*)(), void * = nullptr); extern "C" void wait(long);
void work(); void mark();
)" + Code.str();
    Facts = factsOf(Text, Known);
    for (const Function &F : Facts.Functions)
      if (Facts.Strings[F.QualifiedName] == "g")
        return F;
    ADD_FAILURE() << "no g";
    return None;
  }
  /// Whether each registration of `g` is awaited.
  std::vector<bool> awaited(llvm::StringRef Body) {
    std::vector<bool> Result;
    for (const Registration &R :
         read(("void g(int N) {" + Body + "}").str()).Registrations)
      Result.push_back(!R.Awaited.empty());
    return Result;
  }
  /// Whether each call of `mark` in `g` is a child's.
  std::vector<bool> ofChild(llvm::StringRef Body) {
    std::vector<bool> Result;
    const Function &F = read(("void g(int N) {" + Body + "}").str());
    for (const Call &C : F.Calls)
      if (Facts.Strings[C.CalleeName] == "mark")
        Result.push_back(llvm::all_of(F.Control, [&](const ControlFlow &In) {
          return llvm::all_of(In.Points, [&](const ProgramPoint &P) {
            return P.Loc != C.Loc || llvm::is_contained(In.OfChild, P.Block);
          });
        }));
    return Result;
  }

  Models Known;
  TuFacts Facts;
  Function None;
};

TEST_F(ProcessesTest, ALocalThatIsJoinedIsAwaited) {
  EXPECT_THAT(awaited("Thread T(work); T.join();"), ElementsAre(true));
  EXPECT_THAT(awaited("Thread T(work); if (T.runs()) T.join();"),
              ElementsAre(true));
  EXPECT_THAT(awaited("Thread T(work); if (T.runs()) { mark(); T.join(); }"),
              ElementsAre(true));
  EXPECT_THAT(awaited("Thread T; T = Thread(work); T.join();"),
              ElementsAre(true));
  EXPECT_THAT(awaited("long H; start(&H, work); wait(H);"), ElementsAre(true));
  EXPECT_THAT(awaited("static long G; long H; start(&G, work, &H); wait(H);"),
              ElementsAre(false));
}

TEST_F(ProcessesTest, OnEachWay) {
  EXPECT_THAT(awaited("Thread T(work); if (N) return; T.join();"),
              ElementsAre(false));
  EXPECT_THAT(awaited("Thread T(work); if (N) T.join();"), ElementsAre(false));
  EXPECT_THAT(awaited("Thread T(work); if (N) T.join(); else T.join();"),
              ElementsAre(true));
  EXPECT_THAT(awaited("Thread T(work); Thread U(work); if (U.runs()) T.join();"
                      "U.join();"),
              ElementsAre(false, true));
  EXPECT_THAT(awaited("Thread T(work);"), ElementsAre(false));
  EXPECT_THAT(awaited("Thread T(work); while (some()) ; T.join();"),
              ElementsAre(true));
}

TEST_F(ProcessesTest, AHandleThatGoesElsewhereIsNot) {
  for (const char *Use : {"T.detach();", "hand(T);", "Thread U((Thread &&)T);",
                          "auto L = [&] { T.join(); };", "Thread *P = &T;",
                          "Thread &R = T;", "T = Thread();"})
    EXPECT_THAT(
        awaited((llvm::Twine("Thread T(work); if (N) {") + Use + "} T.join();")
                    .str()),
        ElementsAre(false))
        << Use;
  EXPECT_THAT(awaited("static Thread T(work); T.join();"), ElementsAre(false));
  EXPECT_THAT(awaited("Thread *T = new Thread(work); T->join();"),
              ElementsAre(false));
}

TEST_F(ProcessesTest, AHandleThatIsStartedAgainLosesTheFirst) {
  EXPECT_THAT(awaited("long H; start(&H, work); start(&H, work); wait(H);"),
              ElementsAre(false, true));
  EXPECT_THAT(awaited("long H; while (some()) start(&H, work); wait(H);"),
              ElementsAre(false));
  EXPECT_THAT(awaited("long H; while (some()) { start(&H, work); wait(H); }"),
              ElementsAre(true));
}

TEST_F(ProcessesTest, ALoopAwaitsAllElements) {
  const char *Start = "long H[4]; for (int I = 0; I < 4; ++I)"
                      "  start(&H[I], work);";
  auto With = [&](llvm::StringRef End) { return awaited((Start + End).str()); };
  EXPECT_THAT(With("for (int I = 0; I < 4; ++I) wait(H[I]);"),
              ElementsAre(true));
  EXPECT_THAT(With("int I; for (I = 0; I != 4; I++) { mark(); wait(H[I]); }"),
              ElementsAre(true));
  EXPECT_THAT(With("for (long &E : H) wait(E);"), ElementsAre(true));
  EXPECT_THAT(With("for (int I = 0; I < 3; ++I) wait(H[I]);"),
              ElementsAre(false));
  EXPECT_THAT(With("for (int I = 1; I < 4; ++I) wait(H[I]);"),
              ElementsAre(false));
  EXPECT_THAT(With("for (int I = 0; I < 4; ++I) wait(H[0]);"),
              ElementsAre(false));
  EXPECT_THAT(With("for (int I = 0; I < 4; ++I) { wait(H[I]); ++I; }"),
              ElementsAre(false));
  EXPECT_THAT(With("for (int I = 0; I < 4; ++I) { if (N) break; wait(H[I]); }"),
              ElementsAre(false));
  EXPECT_THAT(With("for (int I = 0; I < 4; ++I) if (N) wait(H[I]);"),
              ElementsAre(false));
}

TEST_F(ProcessesTest, ADestructorAwaitsAtTheEndOfItsScope) {
  EXPECT_THAT(awaited("{ Scoped S(work); if (N) return; mark(); }"),
              ElementsAre(true));
  EXPECT_THAT(awaited("static Scoped S(work);"), ElementsAre(false));
}

TEST_F(ProcessesTest, ABranchOnZeroIsTheChilds) {
  for (const char *If :
       {"if (fork() == 0)", "if (0 == fork())", "if (!fork())",
        "int P = fork(); if (P == 0)", "int P; if ((P = fork()) == 0)",
        "int P = -1; P = fork(); if (!P)", "if (int P = fork(); P < 1)",
        "int P = fork(); if (P >= 0 && P == 0)",
        "int P = fork(); if (P > 0) { mark(); } else"})
    EXPECT_THAT(
        ofChild((llvm::Twine(If) + " { mark(); leave(); } mark();").str()),
        testing::Contains(true))
        << If;
  EXPECT_THAT(ofChild("if (fork() == 0) { mark(); leave(); } mark();"),
              ElementsAre(true, false));
  EXPECT_THAT(ofChild("if (fork()) { mark(); return; } mark(); leave();"),
              ElementsAre(false, true));
  EXPECT_THAT(ofChild("switch (int P = fork(); P) { case -1: mark(); break;"
                      "case 0: mark(); leave(); default: mark(); }"),
              ElementsAre(false, true, false));
}

TEST_F(ProcessesTest, AChildThatGoesOnIsNot) {
  for (const char *Child :
       {"mark();", "mark(); if (N) leave();", "mark(); if (N) return; leave();",
        "for (;;) mark();", "mark(); if (N) for (;;) ; leave();",
        "try { mark(); } catch (...) { return; } leave();"})
    EXPECT_THAT(
        ofChild((llvm::Twine("if (fork() == 0) {") + Child + "}").str()),
        ElementsAre(false))
        << Child;
}

TEST_F(ProcessesTest, AChildWhoseParentEndsIsNot) {
  EXPECT_THAT(ofChild("if (fork() > 0) leave(); mark(); leave();"),
              ElementsAre(false));
  EXPECT_THAT(ofChild("if (fork() == 0) { mark(); leave(); } leave();"),
              ElementsAre(false));
}

TEST_F(ProcessesTest, WhatOthersRunTooIsNot) {
  EXPECT_THAT(ofChild("if (fork() == 0) goto End; if (N) return;"
                      "End: mark(); leave();"),
              ElementsAre(false));
}

TEST_F(ProcessesTest, AVariableThatMayHoldAnythingElseIsNot) {
  for (const char *Pid :
       {"int P = 0; if (N) P = fork();", "int P = fork(); P = N;",
        "int P = fork(); P &= 3;", "int P = fork(); int &Q = P;",
        "int P = fork(); hand((Thread &)P);", "int P = N;"})
    EXPECT_THAT(
        ofChild((llvm::Twine(Pid) + "if (P == 0) { mark(); leave(); }").str()),
        ElementsAre(false))
        << Pid;
}

} // namespace
