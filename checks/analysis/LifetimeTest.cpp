//===- LifetimeTest.cpp - Which objects stay while the program serves -----===//
//
// Pins which locals stay, what keeps objects of a class alive, the chain that
// says so, and that the search ends. It must not know the extractor or any
// check.
//
//===----------------------------------------------------------------------===//
#include "analysis/Lifetime.h"
#include "analysis/AnalysisTesting.h"

using namespace stateless;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using F = FactBuilder;

class LifetimeTest : public FactsTest {
protected:
  std::vector<std::string> holders(llvm::StringRef Class) {
    if (!Lives) {
      freeze();
      Lives = &known().Lives;
    }
    std::vector<std::string> Chain = names(Lives->holders(symbol(Class)));
    EXPECT_EQ(Lives->isLongLived(symbol(Class)), !Chain.empty());
    return Chain;
  }
  /// A class with one field of type \p T, called "Name::f".
  TypeId classWith(llvm::StringRef Name, TypeId T) {
    auto C = B.classType(Name);
    B.field(C, Name.str() + "::f", T);
    return B.record(Name);
  }
  TypeId derivedFrom(llvm::StringRef Name, TypeId Base) {
    B.classType(Name).base(Base);
    return B.record(Name);
  }

  const Lifetime *Lives = nullptr;
};

TEST_F(LifetimeTest, AVariableHoldsItsObject) {
  B.variable("v", classWith("A", Int));
  classWith("B", Int);
  EXPECT_THAT(holders("A"), ElementsAre("v"));
  EXPECT_THAT(holders("B"), IsEmpty());
  EXPECT_THAT(holders("never declared"), IsEmpty());
}

TEST_F(LifetimeTest, ALocalHoldsNothingButAStaticOneDoes) {
  SymbolId Fn = B.function("main");
  B.variable("local", classWith("A", Int)).fact().Where = Storage::Automatic;
  B.variable("kept", classWith("B", Int)).localStatic(Fn);
  EXPECT_THAT(holders("A"), IsEmpty());
  EXPECT_THAT(holders("B"), ElementsAre("kept"));
}

TEST_F(LifetimeTest, PointersArraysAndContainersHold) {
  TypeId A = classWith("A", Int), C = classWith("C", Int);
  TypeId D = classWith("D", Int);
  B.variable("pointer", B.pointer(A));
  B.variable("table", B.array(B.smartPointer(C)));
  B.variable("map", B.record("std::map", {Int, B.record("std::vector",
                                                        {B.smartPointer(D)})}));
  EXPECT_THAT(holders("A"), ElementsAre("pointer"));
  EXPECT_THAT(holders("C"), ElementsAre("table"));
  EXPECT_THAT(holders("D"), ElementsAre("map"));
}

TEST_F(LifetimeTest, AFunctionThatTakesAnObjectDoesNotHoldIt) {
  TypeId A = classWith("A", Int);
  B.variable("hook", B.pointer(B.type("", TypeKind::Function, {A})));
  B.variable(
      "callback",
      B.record("std::function", {B.type("void (A)", TypeKind::Function, {A})}));
  EXPECT_THAT(holders("A"), IsEmpty());
}

TEST_F(LifetimeTest, FieldsOfWhatStaysStay) {
  TypeId A = classWith("A", Int);
  TypeId M = classWith("M", B.pointer(A));
  B.variable("v", classWith("Top", M));
  EXPECT_THAT(holders("A"), ElementsAre("v", "Top::f", "M::f"));
}

TEST_F(LifetimeTest, TheShortestChainIsTold) {
  TypeId A = classWith("A", Int);
  B.variable("far", classWith("Top", classWith("M", A)));
  B.variable("near", classWith("Other", A));
  EXPECT_THAT(holders("A"), ElementsAre("near", "Other::f"));
}

TEST_F(LifetimeTest, ALongChainStillBeginsWithTheVariable) {
  TypeId At = classWith("C0", Int);
  for (int I = 1; I <= 40; ++I)
    At = classWith("C" + std::to_string(I), At);
  B.variable("v", At);
  std::vector<std::string> Chain = holders("C0");
  ASSERT_EQ(Chain.size(), 41u);
  EXPECT_EQ(Chain.front(), "v");
  EXPECT_EQ(Chain.back(), "C1::f");
}

TEST_F(LifetimeTest, ClassesThatHoldEachOtherEnd) {
  TypeId A = B.record("A"), C = B.record("C");
  classWith("A", B.pointer(C));
  classWith("C", B.pointer(A));
  classWith("Self", B.pointer(B.record("Self")));
  B.variable("v", C);
  B.variable("w", B.record("Self"));
  EXPECT_THAT(holders("A"), ElementsAre("v", "C::f"));
  EXPECT_THAT(holders("C"), ElementsAre("v"));
  EXPECT_THAT(holders("Self"), ElementsAre("w"));
}

TEST_F(LifetimeTest, ClassesThatOnlyHoldEachOtherDoNotStay) {
  classWith("A", B.pointer(B.record("C")));
  classWith("C", B.pointer(B.record("A")));
  EXPECT_THAT(holders("A"), IsEmpty());
}

TEST_F(LifetimeTest, BasesArePartsOfTheObject) {
  TypeId Held = classWith("Held", Int);
  TypeId Root = classWith("Root", Held);
  TypeId Leaf = derivedFrom("Leaf", derivedFrom("Middle", Root));
  B.variable("v", Leaf);
  EXPECT_THAT(holders("Root"), ElementsAre("v"));
  EXPECT_THAT(holders("Held"), ElementsAre("v", "Root::f"));
}

TEST_F(LifetimeTest, ALibraryBaseHoldsItsElements) {
  TypeId Session = classWith("Session", Int);
  B.variable("v",
             derivedFrom("Sessions", B.record("std::map", {Int, Session})));
  EXPECT_THAT(holders("Session"), ElementsAre("v"));
}

TEST_F(LifetimeTest, APointerToABaseMayHoldAnyDerivedObject) {
  TypeId Root = classWith("Root", Int);
  derivedFrom("Leaf", derivedFrom("Middle", Root));
  B.variable("v", B.smartPointer(Root));
  EXPECT_THAT(holders("Leaf"), ElementsAre("v"));
}

TEST_F(LifetimeTest, AnObjectOfABaseIsNoDerivedObject) {
  TypeId Root = classWith("Root", Int);
  derivedFrom("Leaf", Root);
  B.variable("v", B.array(Root));
  EXPECT_THAT(holders("Root"), ElementsAre("v"));
  EXPECT_THAT(holders("Leaf"), IsEmpty());
}

TEST_F(LifetimeTest, SiblingsOfWhatStaysDoNotStay) {
  TypeId Plugin = classWith("Plugin", Int);
  B.variable("v", B.pointer(derivedFrom("Used", Plugin)));
  derivedFrom("Unused", Plugin);
  EXPECT_THAT(holders("Used"), ElementsAre("v"));
  EXPECT_THAT(holders("Plugin"), ElementsAre("v"));
  EXPECT_THAT(holders("Unused"), IsEmpty());
}

TEST_F(LifetimeTest, AClassHeldAsABaseMayYetBeHeldByPointer) {
  TypeId Plugin = classWith("Plugin", Int);
  B.variable("v", derivedFrom("Used", Plugin));
  B.variable("w", classWith("Registry", B.pointer(Plugin)));
  derivedFrom("Other", Plugin);
  EXPECT_THAT(holders("Other"), ElementsAre("w", "Registry::f"));
}

//===-- Locals ------------------------------------------------------------===//

class LocalsTest : public FactsTest {
protected:
  void analyse() { freeze(/*Whole=*/true); }
  bool stays(llvm::StringRef Name) {
    return known().Lives.stays(*program().variable(symbol(Name)));
  }
  bool passes(llvm::StringRef Class) {
    return known().Lives.hasPassingObjects(symbol(Class));
  }
  bool isLongLived(llvm::StringRef Class) {
    return known().Lives.isLongLived(symbol(Class));
  }
  std::vector<std::string> holders(llvm::StringRef Class) {
    return names(known().Lives.holders(symbol(Class)));
  }
  FactBuilder::VariableBuilder local(llvm::StringRef Name, TypeId Type,
                                     SymbolId Function) {
    auto Result = B.variable(Name, Type);
    Result.automatic(Function);
    return Result;
  }
  /// A lambda of \p In that captures \p P, as something to call.
  Callable capturing(llvm::StringRef Name, FactBuilder::FunctionBuilder &In,
                     Place P) {
    SymbolId Lambda = B.function(Name).lambdaIn(In);
    In.captures(Lambda, std::move(P));
    return F::code(Lambda);
  }
  /// A class with one field of type \p T, called "Name::f".
  TypeId classWith(llvm::StringRef Name, TypeId T) {
    auto C = B.classType(Name);
    B.field(C, Name.str() + "::f", T);
    return B.record(Name);
  }

  FactBuilder::FunctionBuilder Main = B.function("main").at(1);
  /// Runs while the program serves: its locals do not stay by themselves.
  FactBuilder::FunctionBuilder Open = B.function("open");
  TypeId Store = classWith("Store", Int);
};

TEST_F(LocalsTest, ALocalBeforeTheServingPointStays) {
  local("before", Store, Main).at(10);
  local("after", Store, Main).at(30);
  local("elsewhere", Store, Open).at(10);
  Main.line(20).serves();
  analyse();
  EXPECT_TRUE(stays("before"));
  EXPECT_FALSE(stays("after") || stays("elsewhere"));
  EXPECT_THAT(holders("Store"), ElementsAre("before"));
}

TEST_F(LocalsTest, ALocalOfAMainThatDoesNotServeDoesNot) {
  local("v", Store, Main).at(10);
  analyse();
  EXPECT_FALSE(stays("v"));
  EXPECT_THAT(holders("Store"), IsEmpty());
  EXPECT_TRUE(passes("Store"));
}

TEST_F(LocalsTest, ALocalOfWhatServesForMainStays) {
  Main.line(10).calls("setUp").line(11).calls("run");
  auto Run = B.function("run").at(100);
  Run.line(110).serves();
  local("in run", Store, Run).at(105);
  local("in setUp", Store, B.function("setUp").at(200)).at(205);
  analyse();
  EXPECT_TRUE(stays("in run"));
  EXPECT_FALSE(stays("in setUp"));
}

TEST_F(LocalsTest, ALocalInTheLoopThatServesDoesNotStay) {
  local("before", Store, Main).at(9);
  local("inside", Store, Main).at(11);
  Main.loop(10, 20).line(12).takes().line(13).calls("open");
  analyse();
  EXPECT_TRUE(stays("before"));
  EXPECT_FALSE(stays("inside"));
}

TEST_F(LocalsTest, WhatAHandlerCapturesStaysWhereverItIs) {
  auto V = local("v", Store, Open);
  Open.registers("on", {capturing("get", Open, V)});
  analyse();
  EXPECT_TRUE(stays("v"));
}

TEST_F(LocalsTest, TimersAndConsumersKeepWhatTheyCaptureOthersDoNot) {
  EntryKind Kinds[] = {EntryKind::Timer, EntryKind::Message, EntryKind::Thread,
                       EntryKind::Signal, EntryKind::Request};
  for (int I = 0; I < 5; ++I) {
    std::string Number = std::to_string(I);
    auto V = local("v" + Number, Store, Open);
    Open.registers(Kinds[I], "on", capturing("on" + Number, Open, V));
  }
  Open.registration().Once = true;
  analyse();
  EXPECT_TRUE(stays("v0") && stays("v1"));
  EXPECT_FALSE(stays("v2") || stays("v3") || stays("v4"));
}

TEST_F(LocalsTest, ALambdaThatIsNoHandlerKeepsNothing) {
  auto V = local("v", Store, Open);
  SymbolId Hook = B.text("hook");
  Open.keeps(F::inVariable(Hook), capturing("lambda", Open, V));
  Open.callsThrough({F::inVariable(Hook)});
  analyse();
  EXPECT_FALSE(stays("v"));
}

TEST_F(LocalsTest, AHandlerThatIsHeldKeepsWhatItCaptures) {
  auto V = local("v", Store, Open);
  SymbolId Table = B.text("table");
  Open.keeps(F::inVariable(Table), capturing("get", Open, V));
  Main.registers("on", {F::inVariable(Table)});
  analyse();
  EXPECT_TRUE(stays("v"));
}

TEST_F(LocalsTest, ACapturedParameterIsTheCallersLocal) {
  auto V = local("v", Store, Open);
  auto Install = B.function("install");
  Install.registers("on",
                    {capturing("get", Install, deref(F::parameterPlace(0)))});
  Open.calls("install", {F::lends(V)});
  analyse();
  EXPECT_TRUE(stays("v"));
}

TEST_F(LocalsTest, WhatIsBoundToAHandlerStays) {
  auto V = local("v", Store, Open);
  B.function("Store::get").method(B.text("Store"));
  Open.registers("on", {F::code(B.text("Store::get"))});
  Open.givesData(V);
  analyse();
  EXPECT_TRUE(stays("v"));
}

TEST_F(LocalsTest, WhatAHandlerBehindADecoratorCapturesStays) {
  // get(h) { server.Get([h] { log(); h(); }); }
  auto V = local("v", Store, Open);
  SymbolId Get = B.text("get");
  B.function("get").registers("on", {F::code(B.text("decorator"))},
                              B.parameterValue(1));
  B.function("decorator").lambdaIn(Get).callsThrough({F::given(Get, 0)});
  Open.calls("get", {F::callback(capturing("inner", Open, V))});
  analyse();
  EXPECT_TRUE(stays("v"));
}

//===-- Objects that are bound --------------------------------------------===//

TEST_F(LocalsTest, AHandlerKeepsTheObjectWhoseThisItCaptures) {
  auto App = B.classType("App");
  B.field(App, "App::store", Store);
  auto Start = B.function("App::start").method(App);
  Callable Get = capturing("get", Start, F::thisPlace());
  Start.line(70).registers("on", {Get});
  analyse();
  const Lifetime &Lives = known().Lives;
  EXPECT_TRUE(Lives.isLongLived(symbol("App")));
  EXPECT_THAT(holders("App"), IsEmpty());
  EXPECT_THAT(holders("Store"), ElementsAre("App::store"));
  ASSERT_NE(Lives.handlerOf(symbol("Store")), nullptr);
  EXPECT_EQ(Lives.handlerOf(symbol("Store"))->Loc.Line, 70u);
}

TEST_F(LocalsTest, AHandlerKeepsWhatHasNoNameElsewhere) {
  // on([s = make_shared<Store>()] { .. });
  SymbolId Get = B.function("get").lambdaIn(Open);
  Open.givesAlong(Get, B.smartPointer(Store)).registers("on", {F::code(Get)});
  analyse();
  const Lifetime &Lives = known().Lives;
  EXPECT_TRUE(Lives.isLongLived(symbol("Store")));
  EXPECT_TRUE(Lives.isBound(symbol("Store")));
  EXPECT_NE(Lives.handlerOf(symbol("Store")), nullptr);
  EXPECT_FALSE(Lives.isBound(symbol("never declared")));
}

TEST_F(LocalsTest, WhatARequestRegistersKeepsNothing) {
  auto V = local("v", Store, Open);
  Main.registers("on", {F::code(B.text("open"))});
  Open.registers("on", {capturing("get", Open, V)});
  analyse();
  EXPECT_FALSE(stays("v"));
}

TEST_F(LocalsTest, AHandlerThatRegistersItselfAgainSinceStartUpKeepsItsObject) {
  // By itself, and in another method than the first time.
  classWith("Listener", Store);
  auto Run = B.function("Listener::run").method(B.text("Listener"));
  auto Next = B.function("Listener::next").method(B.text("Listener"));
  // What it makes for the next turn goes with that.
  auto Made = local("made", classWith("Session", Int), Run);
  Run.registers("on", {capturing("first", Run, F::thisPlace())});
  Run.registration().Once = true;
  Run.captures(B.text("first"), Made);
  Next.registers("on", {capturing("again", Next, F::thisPlace())});
  Next.registration().Once = true;
  B.function("first").calls("Listener::next");
  B.function("again").calls("Listener::next");
  Main.line(10).calls("Listener::run").line(20).serves();
  analyse();
  EXPECT_TRUE(isLongLived("Listener"));
  EXPECT_FALSE(stays("made"));
  EXPECT_FALSE(isLongLived("Session"));
}

TEST_F(LocalsTest, AHandlerThatARequestMadeKeepsNothingThoughItRenewsItself) {
  classWith("Talk", Store);
  auto Read = B.function("Talk::read").method(B.text("Talk"));
  Read.registers("on", {capturing("got", Read, F::thisPlace())});
  Read.registration().Once = true;
  B.function("got").calls("Talk::read");
  Open.calls("Talk::read");
  Main.registers("on", {F::code(B.text("open"))});
  analyse();
  EXPECT_FALSE(isLongLived("Talk"));
}

TEST_F(LocalsTest, AVariableIsABetterHolderThanAHandler) {
  auto App = B.classType("App");
  auto Start = B.function("App::start").method(App);
  Start.registers("on", {capturing("get", Start, F::thisPlace())});
  auto V = local("app", B.record("App"), Open);
  Open.callsOn(V, "App::start");
  analyse();
  EXPECT_TRUE(stays("app"));
  EXPECT_THAT(holders("App"), ElementsAre("app"));
  EXPECT_EQ(known().Lives.handlerOf(symbol("App")), nullptr);
}

TEST_F(LocalsTest, AStaticVariableIsTheBestHolder) {
  local("v", Store, Main).at(2);
  B.variable("g", B.pointer(Store));
  Main.line(20).serves();
  analyse();
  EXPECT_THAT(holders("Store"), ElementsAre("g"));
}

TEST_F(LocalsTest, AnOverriddenMethodOfAFrameworkKeepsNothing) {
  B.function("Store::get").method(B.text("Store")).handlesAs("Service::get");
  analyse();
  EXPECT_FALSE(known().Lives.isLongLived(symbol("Store")));
  EXPECT_EQ(known().Lives.handlerOf(symbol("Store")), nullptr);
}

//===-- Aliases -----------------------------------------------------------===//

TEST_F(LocalsTest, APointerToWhatAnotherHoldsKeepsNothingOfItsOwn) {
  auto C = B.classType("App");
  auto Held = B.field(C, "App::held", B.pointer(Store));
  auto G = B.variable("g", Store);
  B.function("App::store")
      .method(C)
      .returns(deref(F::fieldOf(F::thisPlace(), Held)));
  auto App = local("app", B.record("App"), Main).at(2);
  TypeId Pointer = B.smartPointer(Store);
  auto Alias = local("alias", Pointer, Main).at(3);
  auto Handed = local("handed", Pointer, Main).at(4);
  auto Own = local("own", Pointer, Main).at(5);
  B.function("App::App")
      .constructor(C)
      .creates(Store)
      .binds(F::fieldOf(F::thisPlace(), Held), {F::createdPlace(0)});
  Main.line(2)
      .callsOn(App, "App::App")
      .line(3)
      .binds(Alias, {G})
      .line(4)
      .callsOn(App, "App::store", ReceiverUse::Accessor)
      .line(4)
      .binds(Handed, {F::resultPlace(1)})
      .line(5)
      .creates(Store)
      .line(5)
      .binds(Own, {F::createdPlace(0)})
      .line(20)
      .serves();
  analyse();
  EXPECT_FALSE(stays("alias") || stays("handed"));
  EXPECT_TRUE(stays("own") && stays("app"));
}

TEST_F(LocalsTest, APlainPointerHoldsWhatACallMadeAndNothingElse) {
  B.function("make").creates(Store).returns(F::createdPlace(0));
  B.function("makeMore").calls("make").returns(F::resultPlace(0));
  B.function("find").declared();
  auto Made = local("made", B.pointer(Store), Main).at(3);
  auto Found = local("found", B.pointer(Store), Main).at(4);
  Main.line(3)
      .calls("makeMore")
      .binds(Made, {F::resultPlace(0)})
      .line(4)
      .calls("find")
      .binds(Found, {F::resultPlace(1)})
      .line(20)
      .serves();
  analyse();
  EXPECT_TRUE(stays("made"));
  EXPECT_FALSE(stays("found"));
}

TEST_F(LocalsTest, AnAliasIsNoObjectThatPasses) {
  auto V = local("v", B.smartPointer(Store), Main).at(2);
  auto Copy = local("copy", B.smartPointer(Store), Open).at(30);
  Main.line(2)
      .creates(Store)
      .line(2)
      .binds(V, {F::createdPlace(0)})
      .line(20)
      .serves();
  Open.line(30).binds(Copy, {deref(V)});
  analyse();
  EXPECT_TRUE(stays("v"));
  EXPECT_FALSE(stays("copy"));
  EXPECT_FALSE(passes("Store"));
}

TEST_F(LocalsTest, ObjectsOfAClassMayStayAndPass) {
  local("kept", Store, Main).at(2);
  local("gone", B.record("std::vector", {Store}), Open);
  Main.line(20).serves();
  analyse();
  EXPECT_THAT(holders("Store"), ElementsAre("kept"));
  EXPECT_TRUE(passes("Store"));
}

TEST_F(LocalsTest, ObjectsOfAClassMayAllStay) {
  local("kept", Store, Main).at(2);
  local("gone", B.pointer(B.type("", TypeKind::Function, {Store})), Open);
  Main.line(20).serves();
  analyse();
  EXPECT_FALSE(passes("Store"));
}

} // namespace
