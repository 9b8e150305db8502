//===- World.cpp - The plan of a synthetic program ------------------------===//
#include "World.h"

namespace stateless::bench {
namespace {

constexpr const char *Nouns[] = {
    "Account",  "Address",  "Basket",   "Booking", "Campaign", "Catalogue",
    "Category", "Channel",  "Contract", "Coupon",  "Customer", "Delivery",
    "Discount", "Document", "Employee", "Feature", "Feedback", "Forecast",
    "Gateway",  "Group",    "Holiday",  "Import",  "Index",    "Invoice",
    "Journal",  "Keyword",  "Ledger",   "Licence", "Location", "Manifest",
    "Market",   "Message",  "Offer",    "Order",   "Package",  "Partner",
    "Payment",  "Picture",  "Price",    "Product", "Profile",  "Quota",
    "Refund",   "Region",   "Report",   "Review",  "Schedule", "Shipment",
    "Stock",    "Supplier", "Tariff",   "Tax",     "Ticket",   "Token",
    "Tour",     "Upload",   "Vehicle",  "Vendor",  "Voucher",  "Warehouse",
    "Warranty", "Webhook",  "Widget",   "Zone"};
constexpr const char *Suffixes[] = {
    "Store",   "Service", "Manager", "Cache",  "Repository", "Client",
    "Parser",  "Policy",  "Factory", "Writer", "Validator",  "Mapper",
    "Adapter", "Pool",    "Queue",   "Model"};
constexpr const char *Modules[] = {
    "accounting", "admin",    "audit",    "billing",  "catalogue", "checkout",
    "content",    "delivery", "export",   "feeds",    "fraud",     "identity",
    "inventory",  "legal",    "loyalty",  "mail",     "marketing", "media",
    "messaging",  "mobile",   "monitor",  "orders",   "partners",  "payments",
    "pricing",    "profile",  "ranking",  "reports",  "returns",   "search",
    "security",   "shipping", "social",   "staff",    "stats",     "support",
    "taxes",      "tickets",  "tracking", "warehouse"};
constexpr const char *Verbs[] = {
    "accept",   "add",     "apply",     "archive", "assign",   "build",
    "cancel",   "check",   "collect",   "compute", "convert",  "copy",
    "create",   "decode",  "describe",  "discard", "dispatch", "encode",
    "estimate", "expand",  "fetch",     "filter",  "find",     "format",
    "handle",   "import",  "insert",    "load",    "lookup",   "merge",
    "migrate",  "move",    "normalise", "notify",  "open",     "parse",
    "prepare",  "publish", "read",      "refresh", "remove",   "render",
    "replace",  "resolve", "schedule",  "select",  "send",     "sort",
    "split",    "submit",  "translate", "update",  "validate", "verify"};

constexpr uint64_t FieldSalt = 1, FunctionSalt = 2, NameSalt = 3;
constexpr const char *String =
    "$@N@std@N@__cxx11@S@basic_string>#C#$@N@std@S@char_traits>#C#$@N@std@S@"
    "allocator>#C";

template <size_t N>
const char *pick(const char *const (&From)[N], uint64_t Index) {
  return From[Index % N];
}

} // namespace

bool holdsClass(FieldKind Kind) {
  return Kind == FieldKind::Objects || Kind == FieldKind::Table ||
         Kind == FieldKind::Object || Kind == FieldKind::Reference ||
         isPointer(Kind);
}

bool isContainer(FieldKind Kind) {
  return Kind == FieldKind::Texts || Kind == FieldKind::Names ||
         Kind == FieldKind::Objects || Kind == FieldKind::Table;
}

bool isPointer(FieldKind Kind) {
  return Kind == FieldKind::Pointer || Kind == FieldKind::Unique ||
         Kind == FieldKind::Shared;
}

World::World(const Shape &S)
    : Form(S), Core(std::max(5u, S.Units / 100)),
      Chain(std::min(S.MaxChain, S.Units * (slot::Ring - slot::Chain))) {
  static constexpr uint32_t Counts[] = {0, 0, 3, 4, 5, 6, 7, 8, 10, 18};
  for (uint32_t Unit = 0; Unit != S.Units; ++Unit) {
    Random R = random(FieldSalt, Unit);
    std::vector<Member> &List = Fields.emplace_back();
    if (role(Unit) == Role::Monostate)
      continue;
    // What all stages and handlers work with.
    if (role(Unit) == Role::Stage || role(Unit) == Role::WideBase ||
        R.chance(50))
      List.push_back({FieldKind::Reference, keptClass(Unit)});
    for (uint32_t Left = R.of(Counts); Left; --Left)
      List.push_back(drawField(Unit, R));
    if (R.chance(S.BackPointers))
      List.push_back({FieldKind::Pointer, 0});
    if (role(Unit) == Role::Service)
      for (uint32_t At = 1; At < S.Units; At += ModuleSize)
        List.push_back({FieldKind::Unique, At});
  }
}

uint32_t World::unitOfModule(uint32_t Unit, Random &R) const {
  uint32_t First = moduleStart(Unit);
  return First + R.below(std::min(ModuleSize, Form.Units - First));
}

Member World::drawField(uint32_t Unit, Random &R) const {
  using enum FieldKind;
  static constexpr FieldKind Kinds[] = {
      Number, Number, Number, Number,  Number,   Number,  Size,
      Size,   Flag,   Flag,   Flag,    Flag,     Text,    Text,
      Text,   Text,   Text,   Text,    Text,     Text,    Texts,
      Texts,  Names,  Mutex,  Atomic,  Callback, Objects, Objects,
      Table,  Table,  Object, Pointer, Pointer,  Unique,  Shared};
  Member Result{R.of(Kinds), 0};
  if (!holdsClass(Result.Kind))
    return Result;
  Result.Class = R.chance(220) ? coreUnit(R) : unitOfModule(Unit, R);
  // What is held by value was defined before.
  if (!isPointer(Result.Kind) && Result.Class >= Unit)
    Result.Kind = Pointer;
  return Result;
}

//===-- Names -------------------------------------------------------------===//

std::string World::moduleName(uint32_t Unit) const {
  if (Unit < Core)
    return "core";
  uint32_t Module = Unit / ModuleSize;
  std::string Name = pick(Modules, Module);
  if (Module >= std::size(Modules))
    Name += std::to_string(Module / std::size(Modules));
  return Name;
}

std::string World::className(uint32_t Unit) const {
  Random R = random(NameSalt, Unit);
  std::string Name = pick(Nouns, Unit < Core ? Unit : Unit % ModuleSize);
  if (Unit < Core && Unit >= std::size(Nouns))
    Name += pick(Nouns, Unit / std::size(Nouns));
  return Name + R.of(Suffixes);
}

std::string World::qualifiedClass(uint32_t Unit) const {
  return "shop::" + moduleName(Unit) + "::" + className(Unit);
}

std::string World::classSymbol(uint32_t Unit) const {
  return "c:@N@shop@N@" + moduleName(Unit) + "@S@" + className(Unit);
}

std::string World::header(uint32_t Unit) const {
  return "/srv/build/shop/include/shop/" + moduleName(Unit) + "/" +
         className(Unit) + ".h";
}

std::string World::source(uint32_t Unit) const {
  return "/srv/build/shop/src/" + moduleName(Unit) + "/" + className(Unit) +
         ".cpp";
}

std::string World::fieldName(uint32_t Unit, uint32_t Index) const {
  std::string Name = pick(Nouns, Unit + Index * 7);
  if (Index >= std::size(Nouns))
    Name += std::to_string(Index);
  return Name + "_";
}

std::string World::fieldSymbol(uint32_t Unit, uint32_t Index) const {
  return classSymbol(Unit) + "@FI@" + fieldName(Unit, Index);
}

//===-- Classes -----------------------------------------------------------===//

Role World::role(uint32_t Unit) const {
  if (Unit == 0)
    return Role::Service;
  if (Unit == 1)
    return Role::WideBase;
  if (Unit % ModuleSize == 0)
    return Role::Stage;
  switch (Unit % 20) {
  case 1:
  case 2:
  case 3:
  case 4:
  case 5:
    return Role::Derived;
  case 6:
  case 7:
  case 8:
  case 9:
    return Role::Wide;
  case 10:
    return Role::Deep;
  case 11:
    return Role::Singleton;
  case 12:
    return Unit % 40 == 12 ? Role::Monostate : Role::Plain;
  default:
    return Role::Plain;
  }
}

std::optional<uint32_t> World::base(uint32_t Unit) const {
  switch (role(Unit)) {
  case Role::Derived:
    return moduleStart(Unit);
  case Role::Wide:
    return 1;
  case Role::Deep:
    return Unit - 1;
  default:
    return std::nullopt;
  }
}

uint32_t World::keptClass(uint32_t Unit) const {
  Role In = role(Unit);
  return In == Role::WideBase || In == Role::Wide || In == Role::Deep ? 1 : 0;
}

//===-- Functions ---------------------------------------------------------===//

void World::nameFunction(FunctionId Id, FunctionPlan &Plan) const {
  std::string Class = className(Id.Unit);
  Random R = random(NameSalt, Id.Unit * uint64_t(256) + Id.Slot);
  std::string Verb = pick(Verbs, Id.Slot);
  std::string Noun = R.of(Nouns);
  switch (Id.Slot) {
  case slot::Main:
    Plan.Name = "main";
    return;
  case slot::Constructor:
    Plan.Name = Class;
    return;
  case slot::Accessor:
    Plan.Name = role(Id.Unit) == Role::Singleton ? "instance" : "items";
    return;
  case slot::Process:
    Plan.Name = "process";
    return;
  case slot::Shutdown:
    Plan.Name = "shutdown";
    return;
  default:
    // What belongs to no class is told apart by the name of its unit's class.
    Plan.Name = Verb + Noun;
    if (Plan.Kind == FunctionKind::Free)
      Plan.Name += Class;
    if (Id.Slot >= std::size(Verbs))
      Plan.Name += "Again";
  }
}

std::string World::parameterSymbols(const FunctionPlan &Plan) const {
  std::string Text = "#";
  auto Class = [&](uint32_t Unit) {
    return "$" + classSymbol(Unit).substr(2) + "#";
  };
  for (const ParameterPlan &P : Plan.Parameters)
    switch (P.Kind) {
    case ParameterKind::Number:
      Text += "I#";
      break;
    case ParameterKind::Text:
      Text += std::string("&1") + String + "#";
      break;
    case ParameterKind::Constant:
      Text += "&1" + Class(P.Class);
      break;
    case ParameterKind::Mutable:
      Text += "&" + Class(P.Class);
      break;
    case ParameterKind::Pointer:
      Text += "*" + Class(P.Class);
      break;
    }
  if (Plan.Const)
    Text += "1";
  return Text;
}

FunctionPlan World::function(FunctionId Id) const {
  Random R = random(FunctionSalt, Id.Unit * uint64_t(256) + Id.Slot);
  FunctionPlan Plan;
  auto Draw = [&](std::initializer_list<ParameterKind> Kinds) {
    for (ParameterKind Kind : Kinds)
      Plan.Parameters.push_back(
          {Kind, R.chance(150) ? coreUnit(R) : unitOfModule(Id.Unit, R)});
  };
  auto DrawAny = [&] {
    using enum ParameterKind;
    static constexpr ParameterKind Kinds[] = {
        Number,   Number,   Number,  Text,    Text,   Text,
        Constant, Constant, Mutable, Mutable, Pointer};
    for (uint32_t Left = R.below(4); Left; --Left)
      Draw({R.of(Kinds)});
  };

  if (Id.Slot == slot::Main) {
    Draw({ParameterKind::Number, ParameterKind::Number});
  } else if (Id.Slot < slot::Free && Id.Slot != slot::Helper) {
    Plan.Kind = FunctionKind::Method;
    Role In = role(Id.Unit);
    switch (Id.Slot) {
    case slot::Constructor:
      Plan.Kind = FunctionKind::Constructor;
      Draw(
          {ParameterKind::Text, ParameterKind::Number, ParameterKind::Mutable});
      Plan.Parameters.back().Class = keptClass(Id.Unit);
      break;
    case slot::Accessor:
      if (In == Role::Singleton)
        Plan.Kind = FunctionKind::StaticMethod;
      break;
    case slot::Getter:
      Plan.Const = true;
      break;
    case slot::Setter:
      Draw({ParameterKind::Text});
      break;
    case slot::Process:
    case slot::Shutdown:
      Plan.Virtual =
          isDerived(Id.Unit) || In == Role::Stage || In == Role::WideBase;
      if (std::optional<uint32_t> Base = base(Id.Unit))
        Plan.Overrides.push_back({*Base, Id.Slot});
      Draw({ParameterKind::Number});
      break;
    default:
      Plan.Const = R.chance(350);
      DrawAny();
    }
  } else if (Id.Slot >= slot::Lambdas && Id.Slot < slot::Chain) {
    Plan.Kind = FunctionKind::Lambda;
    Plan.Link = Linkage::Internal;
    Draw({ParameterKind::Constant, ParameterKind::Mutable});
  } else {
    if (Id.Slot >= slot::Internal && Id.Slot < slot::Lambdas)
      Plan.Link = Linkage::Internal;
    if (Id.Slot >= slot::Chain)
      Draw({ParameterKind::Mutable, ParameterKind::Number});
    else if (Id.Slot == slot::Save)
      Draw({ParameterKind::Text, ParameterKind::Text});
    else if (Id.Slot == slot::Route)
      Draw(
          {ParameterKind::Mutable, ParameterKind::Text, ParameterKind::Number});
    else if (Id.Slot == slot::Register || Id.Slot == slot::Start)
      Draw({ParameterKind::Mutable, ParameterKind::Mutable});
    else
      DrawAny();
  }

  nameFunction(Id, Plan);
  std::string Scope = "c:@N@shop@N@" + moduleName(Id.Unit);
  std::string Parameters = parameterSymbols(Plan);
  if (Id.Slot == slot::Main) {
    Plan.QualifiedName = Plan.Name;
    Plan.Symbol = "c:@F@main#I#**C#";
  } else if (Plan.Kind == FunctionKind::Lambda) {
    FunctionPlan Around = function({Id.Unit, slot::Register});
    Plan.QualifiedName = "lambda in '" + Around.QualifiedName + "'";
    Plan.Name = Plan.QualifiedName;
    Plan.Symbol = Around.Symbol + "@lambda@" + std::to_string(Id.Slot) + ":9";
  } else if (Plan.Kind != FunctionKind::Free) {
    Plan.QualifiedName = qualifiedClass(Id.Unit) + "::" + Plan.Name;
    Plan.Symbol = classSymbol(Id.Unit) + "@F@" + Plan.Name + Parameters;
  } else {
    Plan.QualifiedName = "shop::" + moduleName(Id.Unit) + "::" + Plan.Name;
    Plan.Symbol = Scope + "@F@" + Plan.Name + Parameters;
  }
  if (Plan.Link == Linkage::Internal && Plan.Kind == FunctionKind::Free)
    Plan.Symbol = "c:" + className(Id.Unit) + ".cpp@aN" +
                  Plan.Symbol.substr(2) + "@" + source(Id.Unit);
  return Plan;
}

} // namespace stateless::bench
