//===- BodyWriter.cpp - What a synthetic function does --------------------===//
#include "BodyWriter.h"
#include "llvm/ADT/ArrayRef.h"

namespace stateless::bench {
namespace {

struct LibraryMethod {
  const char *Name;
  const char *Symbol;
  ReceiverUse Use;
  uint32_t Arguments;
};

constexpr LibraryMethod ContainerMethods[] = {
    {"std::unordered_map::operator[]",
     "c:@N@std@ST>5#T#T#T#T#T@unordered_map@F@operator[]#&1S0_#",
     ReceiverUse::Mutating, 1},
    {"std::unordered_map::find",
     "c:@N@std@ST>5#T#T#T#T#T@unordered_map@F@find#&1S0_#",
     ReceiverUse::Accessor, 1},
    {"std::unordered_map::erase",
     "c:@N@std@ST>5#T#T#T#T#T@unordered_map@F@erase#&1S0_#",
     ReceiverUse::Mutating, 1},
    {"std::vector::push_back", "c:@N@std@ST>2#T#T@vector@F@push_back#&&S0_#",
     ReceiverUse::Mutating, 1},
    {"std::vector::begin", "c:@N@std@ST>2#T#T@vector@F@begin#",
     ReceiverUse::Accessor, 0},
    {"std::vector::end", "c:@N@std@ST>2#T#T@vector@F@end#",
     ReceiverUse::Accessor, 0},
    {"std::vector::size", "c:@N@std@ST>2#T#T@vector@F@size#1",
     ReceiverUse::Const, 0},
    {"std::vector::operator[]", "c:@N@std@ST>2#T#T@vector@F@operator[]#l#",
     ReceiverUse::Accessor, 1},
};

constexpr LibraryMethod ObjectMethods[] = {
    {"std::basic_string::operator=",
     "c:@N@std@N@__cxx11@ST>3#T#T#T@basic_string@F@operator=#&1S0_#",
     ReceiverUse::Mutating, 1},
    {"std::basic_string::append",
     "c:@N@std@N@__cxx11@ST>3#T#T#T@basic_string@F@append#&1S0_#",
     ReceiverUse::Mutating, 1},
    {"std::basic_string::empty",
     "c:@N@std@N@__cxx11@ST>3#T#T#T@basic_string@F@empty#1", ReceiverUse::Const,
     0},
    {"std::basic_string::size",
     "c:@N@std@N@__cxx11@ST>3#T#T#T@basic_string@F@size#1", ReceiverUse::Const,
     0},
    {"std::basic_string::c_str",
     "c:@N@std@N@__cxx11@ST>3#T#T#T@basic_string@F@c_str#1", ReceiverUse::Const,
     0},
    {"std::unique_ptr::get", "c:@N@std@ST>2#T#T@unique_ptr@F@get#1",
     ReceiverUse::Const, 0},
    {"std::mutex::lock", "c:@N@std@S@mutex@F@lock#", ReceiverUse::Mutating, 0},
};

constexpr const char *LibraryFunctions[] = {
    "std::swap",    "std::move", "std::sort", "std::copy",   "std::getline",
    "std::find_if", "memcpy",    "snprintf",  "std::any_of", "std::transform"};

} // namespace

void BodyWriter::run() {
  Line = F.Loc.Line;
  switch (Id.Slot) {
  case slot::Accessor:
    return accessor();
  case slot::Setter:
    return setter();
  case slot::Save:
    return save();
  case slot::Register:
    return Id.Unit % 25 == 0 ? registerRoutes() : ordinary();
  case slot::Start:
    return Id.Unit % World::ModuleSize == 0 ? startModule() : ordinary();
  case slot::Route:
    return W.hasRouteFunction(Id.Unit) && Id.Unit == W.moduleStart(Id.Unit)
               ? routeFunction()
               : ordinary();
  case slot::Main:
    return mainBody();
  case slot::Ring:
    return ring();
  default:
    return Id.Slot >= slot::Chain ? chain() : ordinary();
  }
}

Place BodyWriter::objectOf(uint32_t Of) {
  std::vector<Place> Found;
  for (uint32_t I = 0; I != Plan.Parameters.size(); ++I) {
    const ParameterPlan &P = Plan.Parameters[I];
    if (P.Kind == ParameterKind::Mutable && isA(P.Class, Of))
      Found.push_back(parameter(I));
    else if (P.Kind == ParameterKind::Pointer && isA(P.Class, Of))
      Found.push_back(step(parameter(I), StepKind::Deref));
  }
  auto Holds = [&](const Member &M) {
    return holdsClass(M.Kind) && isA(M.Class, Of);
  };
  Place This{RootKind::This, 0, {}, {}};
  if (hasObject() && isA(Id.Unit, Of))
    Found.push_back(This);
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  for (uint32_t I = 0; I != Fields.size() && hasObject(); ++I)
    if (Holds(Fields[I]))
      Found.push_back(
          held(step(This, StepKind::Field, field(Id.Unit, I)), Fields[I]));
  auto AddVariable = [&](uint32_t Unit, VariableSlot Slot) {
    if (Member M = U.variableMember(Unit, Slot); Holds(M))
      Found.push_back(held(variable(U.variableSymbol(Unit, Slot)), M));
  };
  if (!inHeader()) {
    AddVariable(Id.Unit, Shared);
    AddVariable(Id.Unit, Hidden);
  }
  if (W.role(Of) == Role::Singleton)
    AddVariable(Of, Instance);
  if (!Found.empty())
    return Found[R.below(Found.size())];
  if (!R.chance(400))
    return {};
  Creation C;
  C.Type = U.classType(Of);
  C.Loc = here();
  Sketch.Creations.push_back(std::move(C));
  return {RootKind::Created,
          static_cast<uint32_t>(Sketch.Creations.size() - 1),
          {},
          {}};
}

Argument BodyWriter::text() {
  Argument A;
  if (R.chance(350))
    A.Symbolic = anyValue();
  for (uint32_t I = 0; I != Plan.Parameters.size() && A.Places.empty(); ++I)
    if (Plan.Parameters[I].Kind == ParameterKind::Text && R.chance(550))
      A.Places.push_back(parameter(I));
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  for (uint32_t I = 0; I != Fields.size() && hasObject(); ++I)
    if (Fields[I].Kind == FieldKind::Text && A.Places.empty())
      A.Places.push_back(ownField(I));
  return A;
}

/// There is one, which is handed on.
Argument BodyWriter::service() {
  Argument Passed;
  Passed.How = Passing::MutableReference;
  for (uint32_t I = 0; I != Plan.Parameters.size(); ++I)
    if (Plan.Parameters[I].Class == 0 &&
        Plan.Parameters[I].Kind == ParameterKind::Mutable) {
      Passed.Places.push_back(parameter(I));
      return Passed;
    }
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  for (uint32_t I = 0; I != Fields.size() && hasObject(); ++I)
    if (Fields[I].Class == 0 && Fields[I].Kind == FieldKind::Reference) {
      Passed.Places.push_back(step({RootKind::This, 0, {}, {}}, StepKind::Field,
                                   field(Id.Unit, I)));
      return Passed;
    }
  return Passed;
}

void BodyWriter::arguments(SketchedCall &C, const FunctionPlan &To) {
  std::vector<Argument> Args;
  for (const ParameterPlan &P : To.Parameters)
    switch (P.Kind) {
    case ParameterKind::Number:
      Args.push_back({Passing::Value, anyValue(), {}});
      break;
    case ParameterKind::Text:
      Args.push_back(text());
      break;
    case ParameterKind::Constant:
      Args.push_back({Passing::Value, {}, objects(P.Class, 600)});
      break;
    case ParameterKind::Mutable:
    case ParameterKind::Pointer:
      Args.push_back(P.Class == 0 ? service() : lent(P.Class, 750));
      break;
    }
  C.Args = std::move(Args);
}

size_t BodyWriter::callProject(FunctionId To, std::vector<Place> Receivers) {
  const auto &Callee = U.called(To);
  CallKind Kind = Callee.Plan.Kind == FunctionKind::Constructor
                      ? CallKind::Constructor
                  : Callee.Plan.Virtual ? CallKind::Virtual
                                        : CallKind::Direct;
  SketchedCall &C = call(Kind, Callee.Symbol, Callee.QualifiedName);
  if (Callee.Plan.Kind == FunctionKind::Method) {
    C.Use = Callee.Plan.Const ? ReceiverUse::Const : ReceiverUse::Mutating;
    C.Receivers = std::move(Receivers);
  }
  arguments(C, Callee.Plan);
  return Sketch.Calls.size() - 1;
}

/// Most calls stay near; of those that do not, most go to what is popular.
FunctionId BodyWriter::anyFunction() {
  auto Slot = [&] {
    uint32_t S = R.below(slot::Internal);
    // What starts and registers is called by those that do.
    bool Registers =
        S == slot::Register || S == slot::Start || S == slot::Route;
    return Registers ? slot::Methods + S % 30 : S;
  };
  if (!inHeader() && R.chance(450))
    return {Id.Unit, R.chance(350) ? slot::Internal +
                                         R.below(slot::Lambdas - slot::Internal)
                                   : Slot()};
  if (R.chance(600))
    return {W.unitOfModule(Id.Unit, R), Slot()};
  return {W.coreUnit(R),
          slot::Helper + R.popular(slot::Register - slot::Helper)};
}

void BodyWriter::callLibraryMethod() {
  std::vector<Place> Receivers = places(900);
  bool Container = Receivers.empty()
                       ? R.chance(500)
                       : !Receivers[0].Steps.empty() && R.chance(650);
  std::optional<uint32_t> Kept =
      Container ? ownField(isContainer) : std::nullopt;
  if (Kept)
    Receivers = {ownField(*Kept)};
  LibraryMethod M = Container ? R.of(ContainerMethods) : R.of(ObjectMethods);
  if (Plan.Const && M.Use == ReceiverUse::Mutating)
    M = ContainerMethods[6];
  std::vector<Argument> Args;
  for (uint32_t Left = M.Arguments; Left; --Left) {
    Args.push_back(plain());
    if (Kept)
      Args.back().Places = objects(W.fields(Id.Unit)[*Kept].Class, 550);
  }
  SketchedCall &C = callLibrary(M.Name, M.Symbol);
  C.Use = M.Use;
  C.Receivers = std::move(Receivers);
  C.Args = std::move(Args);
}

/// Registry::instance().items().insert(..)
void BodyWriter::callChainOfAccessors() {
  uint32_t Of = W.unitOfModule(Id.Unit, R);
  Place Object;
  if (W.role(Of) == Role::Singleton || R.chance(300)) {
    Of = Of - Of % 20 + 11;
    if (Of >= W.Form.Units || W.role(Of) != Role::Singleton)
      return;
    Object = result(callProject({Of, slot::Accessor}, {}));
  } else {
    Object = anyPlace();
  }
  for (uint32_t Left = R.below(3); Left; --Left) {
    uint32_t Next = W.unitOfModule(Of, R);
    if (W.role(Next) == Role::Singleton)
      continue;
    std::vector<Place> Receivers;
    if (Object)
      Receivers.push_back(std::move(Object));
    Object = result(callProject({Next, slot::Accessor}, std::move(Receivers)));
    Of = Next;
  }
  if (!Object)
    return;
  if (R.chance(400))
    return void(callProject({Of, slot::Setter}, {inside(Object, Of)}));
  const LibraryMethod &M = ContainerMethods[R.below(4)];
  SketchedCall &C = callLibrary(M.Name, M.Symbol);
  C.Use = M.Use;
  C.Receivers.push_back(std::move(Object));
}

void BodyWriter::callVirtual() {
  uint32_t Slot = R.chance(700) ? slot::Process : slot::Shutdown;
  callProject({W.moduleStart(Id.Unit), Slot},
              objects(W.moduleStart(Id.Unit), 800));
}

void BodyWriter::callIndirect() {
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  SketchedCall C;
  C.Kind = CallKind::Indirect;
  for (uint32_t I = 0; I < Fields.size() && hasObject(); ++I)
    if (Fields[I].Kind == FieldKind::Callback) {
      C.Receivers.push_back(step({RootKind::This, 0, {}, {}}, StepKind::Field,
                                 field(Id.Unit, I)));
      break;
    }
  C.Args.push_back(plain());
  C.Args.push_back(lent(W.unitOfModule(Id.Unit, R), 700));
  C.Loc = here();
  Sketch.Calls.push_back(std::move(C));
}

/// A function goes to an algorithm, to another function or into a field.
void BodyWriter::passCallback() {
  if (inHeader())
    return;
  FunctionId To{Id.Unit,
                R.chance(600)
                    ? slot::Lambdas + R.below(slot::Chain - slot::Lambdas)
                    : slot::Internal + R.below(slot::Lambdas - slot::Internal)};
  SymbolId Symbol = U.called(To).Symbol;
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  for (uint32_t I = 0; I < Fields.size() && hasObject(); ++I)
    if (Fields[I].Kind == FieldKind::Callback)
      return Sketch.Kept.push_back({field(Id.Unit, I), Symbol});
  Argument Range = plain();
  SketchedCall &C =
      callLibrary("std::for_each", "c:@N@std@FT@>2#T#Tfor_each#t0.0#");
  C.Args = {Range, Range, {}};
  handed(2) = {Symbol};
}

void BodyWriter::someCall() {
  uint32_t Dice = R.below(1000);
  if (Dice < 390)
    return callLibraryMethod();
  if (Dice < 430) {
    const char *Name = R.of(LibraryFunctions);
    std::vector<Argument> Args{lent(W.unitOfModule(Id.Unit, R), 800), plain()};
    callLibrary(Name, std::string("c:@N@std@FT@>2#T#T") + Name + "#&t0.0#S0_#")
        .Args = std::move(Args);
    return;
  }
  if (Dice < 480)
    return callChainOfAccessors();
  if (Dice < 505)
    return callVirtual();
  if (Dice < 515)
    return callIndirect();
  if (Dice < 521)
    return passCallback();
  FunctionId To = anyFunction();
  std::vector<Place> Receivers;
  if (To.Slot < slot::Free) {
    Receivers = objects(To.Unit, 500);
    if (Receivers.empty() && To.Unit == Id.Unit && hasObject())
      Receivers.push_back({RootKind::This, 0, {}, {}});
  }
  callProject(To, std::move(Receivers));
}

void BodyWriter::someAccess() {
  static constexpr Doing Kinds[] = {
      Read,           Read,      Read,           Read,    Read,   Read,
      Read,           Read,      Read,           Read,    Read,   Read,
      Assign,         Assign,    Assign,         Assign,  Assign, Increment,
      CompoundAssign, Increment, CompoundAssign, HandOut, Escape};
  Place P = anyPlace();
  if (!P)
    return;
  Access A;
  A.Kind = Plan.Const ? Read : R.of(Kinds);
  A.Target = std::move(P);
  if (A.Kind == Assign && R.chance(500))
    A.Stored = anyValue();
  else if (std::optional<uint32_t> To = ownField(isPointer);
           A.Kind == Assign && To) {
    A.Target = ownField(*To);
    A.From = objects(W.fields(Id.Unit)[*To].Class, 500);
  }
  A.Loc = here();
  Sketch.Accesses.push_back(std::move(A));
}

/// Hands on what the base class keeps, keeps its own, sets some fields.
void BodyWriter::initializers() {
  if (std::optional<uint32_t> Base = W.base(Id.Unit)) {
    size_t Made = callProject({*Base, slot::Constructor}, {});
    Sketch.Calls[Made].Args.back() = {
        Passing::MutableReference, {}, {parameter(2)}};
  }
  const std::vector<Member> &Fields = W.fields(Id.Unit);
  for (uint32_t I = 0; I != std::min<size_t>(Fields.size(), 4); ++I) {
    Access A;
    A.Kind = Initialize;
    A.Target =
        step({RootKind::This, 0, {}, {}}, StepKind::Field, field(Id.Unit, I));
    if (Fields[I].Kind == FieldKind::Reference)
      A.From.push_back(parameter(2));
    else if (Fields[I].Kind == FieldKind::Text)
      A.Stored = U.value({ValueKind::Parameter, 0, 0, {}, {}, {}});
    else
      A.Stored = anyValue();
    A.Loc = here();
    Sketch.Accesses.push_back(std::move(A));
  }
}

void BodyWriter::ordinary() {
  // Few functions make most of the calls; five is the mean over all slots.
  static constexpr uint32_t Calls[] = {0, 0, 1, 1, 1, 1, 2, 2,  2,  3,
                                       3, 3, 4, 5, 6, 7, 9, 12, 16, 28};
  static constexpr uint32_t Accesses[] = {0, 0, 0, 0, 0, 1, 1, 1, 2, 5};
  uint32_t Count = R.of(Calls);
  if (inHeader())
    Count = R.below(3);
  for (uint32_t Left = Count; Left; --Left)
    someCall();
  for (uint32_t Left = R.of(Accesses); Left; --Left)
    someAccess();
  bool Wide = W.Form.WideCalls && Id.Unit % W.Form.WideCalls == 0;
  if (Id.Slot == slot::Store && Wide)
    callProject({1, slot::Process}, objects(1, 800));
  if (Id.Slot == slot::Store && Id.Unit % 4 == 0)
    Sketch.Accesses.push_back(
        {Increment, variable(U.variableSymbol(Id.Unit, Kept)), {}, {}, here()});
  // A handler leads into the chain and into the ring.
  if (Id.Unit == 0 && Id.Slot == slot::Lambdas && W.Chain != 0)
    callProject({W.Form.Units - 1, slot::Ring - 1}, {});
  if (Id.Unit == 0 && Id.Slot == slot::Lambdas + 1)
    callProject({0, slot::Ring}, {});
  if (Id.Slot == slot::Store)
    callProject({R.chance(700) ? W.unitOfModule(Id.Unit, R) : W.coreUnit(R),
                 slot::Save},
                {});
  if (Plan.Kind == FunctionKind::Constructor)
    initializers();
  if (!Plan.Const && R.chance(60) && W.role(Id.Unit) != Role::Monostate) {
    Creation C;
    std::optional<uint32_t> To = ownField(isPointer);
    uint32_t Of =
        To ? W.fields(Id.Unit)[*To].Class : W.unitOfModule(Id.Unit, R);
    C.Type = U.classType(Of);
    if (To && R.chance(600))
      C.Into.push_back(ownField(*To));
    C.Loc = here();
    Sketch.Creations.push_back(std::move(C));
  }
  if (R.chance(150))
    F.ReturnedValues.push_back(anyValue());
}

//===-- Bodies of a certain shape -----------------------------------------===//

/// Returns a reference to the instance, to a field, or to what another
/// accessor returns.
void BodyWriter::accessor() {
  Place Returned;
  if (Plan.Kind == FunctionKind::StaticMethod)
    Returned = variable(U.variableSymbol(Id.Unit, Instance));
  else if (R.chance(150))
    Returned =
        result(callProject({W.unitOfModule(Id.Unit, R), slot::Accessor},
                           {inside({RootKind::This, 0, {}, {}}, Id.Unit)}));
  else
    Returned = inside({RootKind::This, 0, {}, {}}, Id.Unit);
  Sketch.ReturnedPlaces.push_back(Returned);
  Sketch.Accesses.push_back({HandOut, std::move(Returned), {}, {}, here()});
}

void BodyWriter::setter() {
  Access A;
  A.Kind = Assign;
  A.Target = inside({RootKind::This, 0, {}, {}}, Id.Unit);
  A.Stored = U.value({ValueKind::Parameter, 0, 0, {}, {}, {}});
  A.Loc = here();
  Sketch.Accesses.push_back(std::move(A));
}

ValueId BodyWriter::path() {
  auto Name = [&] { return U.literal("/" + W.className(Id.Unit) + ".json"); };
  ValueId Given = U.value({ValueKind::Parameter, 0, 0, {}, {}, {}});
  switch (R.below(6)) {
  case 0:
    return U.literal("/var/lib/shop/" + W.moduleName(Id.Unit) + "/" +
                     W.className(Id.Unit) + ".json");
  case 1: {
    ValueId Head = U.value({ValueKind::Variable,
                            0,
                            0,
                            {},
                            U.variableSymbol(W.moduleStart(Id.Unit), Folder),
                            {}});
    return U.value({ValueKind::Concat, 0, 0, {}, {}, {Head, Name()}});
  }
  case 2: {
    if (W.fields(Id.Unit).empty())
      return Given;
    ValueId Head = U.value({ValueKind::Field, 0, 0, {}, field(Id.Unit, 0), {}});
    return U.value({ValueKind::Join, 0, 0, {}, {}, {Head, Given}});
  }
  case 3: {
    ValueId Head =
        U.value({ValueKind::Environment, 0, 0, U.text("SHOP_DATA"), {}, {}});
    return U.value({ValueKind::Concat, 0, 0, {}, {}, {Head, Given}});
  }
  default:
    return Given;
  }
}

/// Writes the file that its caller names, or passes the name on.
void BodyWriter::save() {
  ValueId Given = U.value({ValueKind::Parameter, 0, 0, {}, {}, {}});
  if (R.chance(500)) {
    size_t At = callProject({W.unitOfModule(Id.Unit, R), slot::Save}, {});
    Sketch.Calls[At].Args[0] = {Passing::Value, Given, {}};
    return;
  }
  Operation O;
  O.Kind = OperationKind::Open;
  O.Callee = U.text("std::ofstream");
  O.Values = {{ValueRole::Path, path()},
              {ValueRole::Mode, U.integer(16), ModeSyntax::Ios}};
  O.Loc = here();
  F.Operations.push_back(std::move(O));
}

/// server.Get("/path", handler); the server is parameter 0.
void BodyWriter::registerOne(llvm::StringRef Method, ValueId Route,
                             HandedCode Handler) {
  std::string Callee = ("httplib::Server::" + Method).str();
  SketchedCall &C =
      callLibrary(Callee.c_str(), ("c:@N@httplib@S@Server@F@" + Method +
                                   "#&1$@N@std@N@__cxx11@S@basic_string>#C#")
                                      .str());
  C.Use = ReceiverUse::Mutating;
  C.Receivers.push_back(parameter(0));
  C.Args.resize(2);
  C.Args[0].Symbolic = Route;
  handed(1) = Handler;
  Registration Entry;
  Entry.By = C.CalleeName;
  Entry.Method = U.text(Method.upper());
  Entry.Route = Route;
  Entry.Loc = C.Loc;
  F.Registrations.push_back(std::move(Entry));
}

void BodyWriter::registerRoutes() {
  static constexpr const char *Methods[] = {"Get", "Post", "Put", "Delete"};
  for (uint32_t Slot = slot::Lambdas; Slot != slot::Chain; ++Slot) {
    HandedCode Handler{U.called({Id.Unit, Slot}).Symbol};
    ValueId Route =
        U.literal("/" + W.moduleName(Id.Unit) + "/" + W.className(Id.Unit) +
                  "/" + std::to_string(Slot));
    if (!W.hasRouteFunction(Id.Unit)) {
      registerOne(R.of(Methods), Route, Handler);
      continue;
    }
    size_t Made = callProject({W.moduleStart(Id.Unit), slot::Route}, {});
    Sketch.Calls[Made].Args = {{Passing::MutableReference, {}, {parameter(0)}},
                               {Passing::Value, Route, {}},
                               {}};
    Sketch.Given[{static_cast<uint32_t>(Made), 2}] = Handler;
  }
}

/// Registers what it is given.
void BodyWriter::routeFunction() {
  registerOne("Get", U.value({ValueKind::Parameter, 1, 0, {}, {}, {}}),
              {{}, 2});
}

void BodyWriter::startModule() {
  for (uint32_t At = Id.Unit;
       At < std::min(Id.Unit + World::ModuleSize, W.Form.Units); At += 25) {
    size_t Made = callProject({At, slot::Register}, {});
    Sketch.Calls[Made].Args = {{Passing::MutableReference, {}, {parameter(0)}},
                               {Passing::MutableReference, {}, {parameter(1)}}};
  }
  for (uint32_t Slot = slot::Internal; Slot != slot::Internal + 4; ++Slot)
    callProject({Id.Unit, Slot}, {});
  handOver(EntryKind::Timer, "boost::asio::basic_waitable_timer::async_wait",
           {Id.Unit, slot::Internal + 4});
  handOver(EntryKind::Thread, "std::thread::thread",
           {Id.Unit, slot::Internal + 5});
}

/// A timer, a thread or a signal handler.
void BodyWriter::handOver(EntryKind Kind, const char *By, FunctionId Handler) {
  SketchedCall &C = callLibrary(By, std::string("c:@F@") + By);
  Registration Entry;
  Entry.Kind = Kind;
  Entry.By = C.CalleeName;
  Entry.Loc = C.Loc;
  C.Args.emplace_back();
  handed(0) = {U.called(Handler).Symbol};
  F.Registrations.push_back(std::move(Entry));
}

void BodyWriter::mainBody() {
  SymbolId Service = U.text("c:main.cpp@F@main@service");
  SymbolId Server = U.text("c:main.cpp@F@main@server");
  U.automatic("service", U.classType(0), F.Symbol, Line);
  U.automatic("server", U.library("httplib::Server", "httplib::Server"),
              F.Symbol, Line + 1);
  callProject({0, slot::Constructor}, {});
  handOver(EntryKind::Signal, "std::signal", {0, slot::Internal + 6});
  for (uint32_t At = 0; At < W.Form.Units; At += World::ModuleSize) {
    size_t Made = callProject({At, slot::Start}, {});
    Sketch.Calls[Made].Args = {
        {Passing::MutableReference, {}, {variable(Server)}},
        {Passing::MutableReference, {}, {variable(Service)}}};
  }
  SketchedCall &C =
      call(CallKind::Direct, U.text("c:@N@httplib@S@Server@F@listen#"),
           U.text("httplib::Server::listen"));
  C.Library = true;
  C.Use = ReceiverUse::Mutating;
  C.Receivers.push_back(variable(Server));
  C.Role = CallRole::Serves;
}

/// A call chain through all units, in which each function hands on an object
/// and returns what it is given back; the last writes the object. Callees
/// stand before their callers, which is the bad order for whoever goes through
/// all functions until nothing changes.
void BodyWriter::chain() {
  constexpr uint32_t PerUnit = slot::Ring - slot::Chain;
  uint32_t Position =
      (W.Form.Units - 1 - Id.Unit) * PerUnit + (slot::Ring - 1 - Id.Slot);
  if (Position >= W.Chain)
    return ordinary();
  if (Position + 1 == W.Chain) {
    Sketch.Accesses.push_back({Increment,
                               inside(parameter(0), Plan.Parameters[0].Class),
                               {},
                               {},
                               here()});
    Sketch.ReturnedPlaces.push_back(parameter(0));
    return;
  }
  uint32_t Next = Position + 1;
  size_t Made = callProject(
      {W.Form.Units - 1 - Next / PerUnit, slot::Ring - 1 - Next % PerUnit}, {});
  Sketch.Calls[Made].Args = {{Passing::MutableReference, {}, {parameter(0)}},
                             {}};
  Sketch.ReturnedPlaces.push_back(result(Made));
  for (uint32_t Left = R.below(8); Left; --Left)
    someCall();
}

/// A cycle through all units; those of a module also call each other.
void BodyWriter::ring() {
  size_t Made = callProject({(Id.Unit + 1) % W.Form.Units, slot::Ring}, {});
  Sketch.Calls[Made].Args = {{Passing::MutableReference, {}, {parameter(0)}},
                             {}};
  callProject({W.unitOfModule(Id.Unit, R), slot::Ring}, {});
  someAccess();
  for (uint32_t Left = R.below(8); Left; --Left)
    someCall();
}

} // namespace stateless::bench
