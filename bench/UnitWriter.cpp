//===- UnitWriter.cpp - The facts of one synthetic unit -------------------===//
#include "UnitWriter.h"
#include "BodyWriter.h"
#include "FlowWriter.h"
#include "llvm/ADT/STLExtras.h"

namespace stateless::bench {

static constexpr uint64_t UnitSalt = 12, VariableSalt = 13;
static constexpr uint32_t SystemHeaders = 180;

//===-- Types -------------------------------------------------------------===//

TypeId UnitWriter::type(TypeKind Kind, const std::string &Name,
                        const std::string &Spelling, std::vector<TypeId> Args,
                        const std::string &Symbol) {
  StringId Key = text(Spelling);
  auto [It, New] =
      Types.try_emplace(Key, TypeId{static_cast<uint32_t>(Facts.Types.size())});
  if (!New)
    return It->second;
  Type T;
  T.Kind = Kind;
  T.Name = text(Name);
  T.Spelling = Key;
  T.Symbol = text(Symbol);
  T.Args = std::move(Args);
  T.PointerLike = Name == "std::unique_ptr" || Name == "std::shared_ptr";
  Facts.Types.push_back(std::move(T));
  return It->second;
}

TypeId UnitWriter::classType(uint32_t Of) {
  std::string Name = W.qualifiedClass(Of);
  return type(TypeKind::Record, Name, Name, {}, W.classSymbol(Of));
}

TypeId UnitWriter::pointer(TypeId To, TypeKind Kind) {
  std::string Spelling = Facts.Strings[Facts.Types[To.Value].Spelling].str();
  return type(Kind, "", Spelling + (Kind == TypeKind::Pointer ? " *" : " &"),
              {To});
}

TypeId UnitWriter::constant(TypeId Of) {
  Type T = Facts.Types[Of.Value];
  T.Const = true;
  T.Spelling = text(("const " + Facts.Strings[T.Spelling]).str());
  auto [It, New] = Types.try_emplace(
      T.Spelling, TypeId{static_cast<uint32_t>(Facts.Types.size())});
  if (New)
    Facts.Types.push_back(std::move(T));
  return It->second;
}

TypeId UnitWriter::memberType(const Member &M) {
  std::string Class =
      holdsClass(M.Kind) ? W.qualifiedClass(M.Class) : std::string();
  auto Wrapped = [&](const char *Name) {
    return library(Name, std::string(Name) + "<" + Class + ">",
                   {classType(M.Class)});
  };
  switch (M.Kind) {
  case FieldKind::Number:
    return builtin("int");
  case FieldKind::Size:
    return builtin("unsigned long");
  case FieldKind::Flag:
    return builtin("bool");
  case FieldKind::Text:
    return string();
  case FieldKind::Texts:
    return library("std::vector", "std::vector<std::string>", {string()});
  case FieldKind::Names:
    return library("std::map", "std::map<int, std::string>",
                   {builtin("int"), string()});
  case FieldKind::Objects:
    return Wrapped("std::vector");
  case FieldKind::Table:
    return library("std::unordered_map",
                   "std::unordered_map<std::string, " + Class + ">",
                   {string(), classType(M.Class)});
  case FieldKind::Mutex:
    return library("std::mutex", "std::mutex");
  case FieldKind::Atomic:
    return library("std::atomic", "std::atomic<int>", {builtin("int")});
  case FieldKind::Callback:
    return library("std::function", "std::function<void (int)>");
  case FieldKind::Constant:
    return constant(builtin("int"));
  case FieldKind::Object:
    return classType(M.Class);
  case FieldKind::Pointer:
    return pointer(classType(M.Class));
  case FieldKind::Unique:
    return Wrapped("std::unique_ptr");
  case FieldKind::Shared:
    return Wrapped("std::shared_ptr");
  case FieldKind::Reference:
    return pointer(classType(M.Class), TypeKind::LValueReference);
  }
  return {};
}

TypeId UnitWriter::parameterType(const ParameterPlan &P) {
  switch (P.Kind) {
  case ParameterKind::Number:
    return builtin("int");
  case ParameterKind::Text:
    return pointer(constant(string()), TypeKind::LValueReference);
  case ParameterKind::Constant:
    return pointer(constant(classType(P.Class)), TypeKind::LValueReference);
  case ParameterKind::Mutable:
    return pointer(classType(P.Class), TypeKind::LValueReference);
  case ParameterKind::Pointer:
    return pointer(classType(P.Class));
  }
  return {};
}

//===-- Variables ---------------------------------------------------------===//

std::string UnitWriter::variableName(uint32_t Of, VariableSlot Slot) const {
  std::string Class = W.className(Of);
  switch (Slot) {
  case Shared:
    return "current" + Class;
  case Hidden:
    return "cached" + Class;
  case Kept:
    return "counter";
  case Folder:
    return "folderOf" + Class;
  case Instance:
    return "instance";
  }
  return "";
}

SymbolId UnitWriter::variableSymbol(uint32_t Of, VariableSlot Slot) {
  std::string Name = variableName(Of, Slot);
  std::string Module = "@N@shop@N@" + W.moduleName(Of);
  if (Slot == Hidden)
    return text("c:" + W.className(Of) + ".cpp@aN" + Module + "@" + Name + "@" +
                W.source(Of));
  if (Slot == Kept || Slot == Instance)
    return text(W.classSymbol(Of) + "@F@instance#@" + Name);
  return text("c:" + Module + "@" + Name);
}

Member UnitWriter::variableMember(uint32_t Of, VariableSlot Slot) const {
  using enum FieldKind;
  static constexpr FieldKind Kinds[] = {
      Number,  Number, Number, Size,     Flag,     Flag,   Text,
      Text,    Texts,  Names,  Mutex,    Atomic,   Atomic, Object,
      Pointer, Unique, Table,  Constant, Constant, Objects};
  Random R = W.random(VariableSalt, Of * uint64_t(8) + Slot);
  if (Slot == Instance)
    return {Object, Of};
  if (Slot == Folder)
    return {Text, 0};
  if (Slot == Kept)
    return {Number, 0};
  return {R.of(Kinds), W.unitOfModule(Of, R)};
}

void UnitWriter::variable(uint32_t Of, VariableSlot Slot, bool Definition) {
  Variable V;
  Member M = variableMember(Of, Slot);
  V.Symbol = variableSymbol(Of, Slot);
  V.Name = text(variableName(Of, Slot));
  V.Type = memberType(M);
  V.Loc = at(8 + Slot, 12);
  V.Definition = Definition;
  V.ConstantInit = !holdsClass(M.Kind);
  V.Constexpr = M.Kind == FieldKind::Constant;
  V.Link = Slot == Hidden                     ? Linkage::Internal
           : Slot == Kept || Slot == Instance ? Linkage::None
                                              : Linkage::External;
  std::string Scope = "shop::" + W.moduleName(Of) + "::";
  if (Slot == Kept || Slot == Instance) {
    Scope = W.qualifiedClass(Of) + "::instance::";
    V.Where = Storage::FunctionLocal;
    V.Function =
        called({Of, Slot == Kept ? slot::Store : slot::Accessor}).Symbol;
  }
  if (W.role(Of) == Role::Monostate && Slot == Shared) {
    V.Where = Storage::StaticMember;
    V.Class = text(W.classSymbol(Of));
  }
  V.QualifiedName = text(Scope + variableName(Of, Slot));
  if (V.Link == Linkage::External)
    V.Mangled =
        text("_ZN4shop" + W.moduleName(Of) + variableName(Of, Slot) + "E");
  if (Slot == Folder && Definition)
    V.Init = literal("/var/lib/shop/" + W.moduleName(Of));
  Facts.Variables.push_back(std::move(V));
}

void UnitWriter::automatic(llvm::StringRef Name, TypeId Type, SymbolId In,
                           uint32_t Line) {
  Variable V;
  V.Symbol = text(("c:main.cpp@F@main@" + Name).str());
  V.Name = V.QualifiedName = text(Name);
  V.Type = Type;
  V.Loc = at(Line, 5);
  V.Where = Storage::Automatic;
  V.Definition = true;
  V.Function = In;
  Facts.Variables.push_back(std::move(V));
}

//===-- Headers and source ------------------------------------------------===//

const UnitWriter::Called &UnitWriter::called(FunctionId Id) {
  std::unique_ptr<Called> &Slot = Known[Id.Unit * 128 + Id.Slot];
  if (!Slot) {
    Slot = std::make_unique<Called>();
    Slot->Plan = W.function(Id);
    Slot->Symbol = text(Slot->Plan.Symbol);
    Slot->QualifiedName = text(Slot->Plan.QualifiedName);
  }
  return *Slot;
}

void UnitWriter::functionFact(FunctionId Id) {
  const Called &Known = called(Id);
  const FunctionPlan &Plan = Known.Plan;
  Function F;
  F.Symbol = Known.Symbol;
  F.QualifiedName = Known.QualifiedName;
  F.Name = text(Plan.Name);
  F.Loc = at(20 + Id.Slot * 90, 1);
  F.Kind = Plan.Kind;
  F.Link = Plan.Link;
  F.Definition = true;
  F.Const = Plan.Const;
  F.Virtual = Plan.Virtual;
  F.Template = Id.Slot == slot::Template;
  if (Id.Slot < slot::Free && Id.Slot != slot::Helper)
    F.Class = text(W.classSymbol(Id.Unit));
  if (Plan.Kind == FunctionKind::Lambda)
    F.Parent = called({Id.Unit, slot::Register}).Symbol;
  F.Returns = Id.Slot == slot::Accessor
                  ? pointer(classType(Id.Unit), TypeKind::LValueReference)
                  : builtin("void");
  for (size_t I = 0; I != Plan.Parameters.size(); ++I)
    F.Parameters.push_back(
        {text(I ? "Value" : "Name"), parameterType(Plan.Parameters[I])});
  for (FunctionId Base : Plan.Overrides)
    F.Overrides.push_back(called(Base).Symbol);
  BodySketch Sketch;
  BodyWriter(*this, Id, F, Plan, Sketch).run();
  FlowWriter(*this, F, Sketch).run();
  Facts.Functions.push_back(std::move(F));
}

void UnitWriter::classOf(uint32_t Of) {
  Class C;
  C.Symbol = text(W.classSymbol(Of));
  C.Name = text(W.className(Of));
  C.QualifiedName = text(W.qualifiedClass(Of));
  C.Loc = at(12, 7);
  C.PrivateConstructors = C.NotCopyable = W.role(Of) == Role::Singleton;
  if (std::optional<uint32_t> Base = W.base(Of))
    C.Bases.push_back(classType(*Base));
  const std::vector<Member> &Fields = W.fields(Of);
  for (uint32_t I = 0; I != Fields.size(); ++I) {
    Field F;
    F.Symbol = text(W.fieldSymbol(Of, I));
    F.Name = text(W.fieldName(Of, I));
    F.QualifiedName = text(W.qualifiedClass(Of) + "::" + W.fieldName(Of, I));
    F.Class = C.Symbol;
    F.Type = memberType(Fields[I]);
    F.Loc = at(40 + I, 8);
    C.Fields.push_back(F.Symbol);
    Facts.Fields.push_back(std::move(F));
  }
  for (uint32_t Slot = slot::Methods; Slot != slot::Free; ++Slot)
    if (const Called &M = called({Of, Slot}); !M.Plan.Const)
      C.Mutators.push_back(M.Symbol);
  Facts.Classes.push_back(std::move(C));
}

void UnitWriter::headerOf(uint32_t Of) {
  StringId Before = File;
  File = text(W.header(Of));
  Facts.Files.push_back({File, false});
  classOf(Of);
  if (Of != Unit && isExternal(Of))
    variable(Of, Shared, /*Definition=*/false);
  if (W.role(Of) == Role::Singleton)
    variable(Of, Instance, /*Definition=*/true);
  for (uint32_t Slot = 0; Slot != slot::Methods; ++Slot)
    functionFact({Of, Slot});
  File = Before;
}

void UnitWriter::sourceOfUnit() {
  variable(Unit, Shared, /*Definition=*/true);
  variable(Unit, Hidden, /*Definition=*/true);
  if (Unit % 4 == 0)
    variable(Unit, Kept, /*Definition=*/true);
  if (Unit == W.moduleStart(Unit))
    variable(Unit, Folder, /*Definition=*/true);
  for (uint32_t Slot = slot::Methods; Slot != slot::End; ++Slot)
    functionFact({Unit, Slot});
  if (Unit == 0)
    functionFact({0, slot::Main});
}

void UnitWriter::files() {
  Random R = W.random(UnitSalt, Unit);
  for (uint32_t I = 0; I != SystemHeaders; ++I)
    Facts.Files.push_back({text("/usr/include/c++/12/bits/header_" +
                                std::to_string(I * 3 + R.below(3)) + ".h"),
                           true});
}

TuFacts UnitWriter::run() {
  File = Facts.MainFile = text(W.source(Unit));
  Facts.Files.push_back({File, false});
  files();
  Random R = W.random(UnitSalt, Unit + (uint64_t(1) << 32));
  std::vector<uint32_t> Headers{Unit};
  auto Include = [&](uint32_t Of) {
    if (llvm::find(Headers, Of) == Headers.end())
      Headers.push_back(Of);
  };
  if (std::optional<uint32_t> Base = W.base(Unit))
    Include(*Base);
  for (uint32_t I = 0; I != W.Form.Headers; ++I)
    Include(I % 2 ? W.coreUnit(R) : W.unitOfModule(Unit, R));
  for (uint32_t Of : Headers)
    headerOf(Of);
  sourceOfUnit();
  if (R.chance(200))
    Facts.Directives.push_back(
        {DirectiveKind::Line, at(9 + R.below(300), 40), {}, false});
  return std::move(Facts);
}

} // namespace stateless::bench
