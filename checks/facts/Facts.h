//===- Facts.h - What one translation unit says about state ----*- C++ -*-===//
//
// Plain data, organised by evidence (variables, fields, accesses, calls,
// operations), not by check. The extractor fills it, Serialization moves it
// between processes, link() merges many into one Program. It must not know
// Clang, any check, any policy, or where the data came from.
//
// All text is a StringId of TuFacts::Strings. TypeId and ValueId index
// TuFacts::Types and TuFacts::Values; there children always precede parents,
// so both are trees without cycles. visitFields() in FactFields.h names every
// field once, for serialisation, remapping and dumps alike.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_FACTS_H
#define STATELESS_FACTS_FACTS_H

#include "facts/StringTable.h"
#include "llvm/Support/xxhash.h"
#include <cstdint>
#include <vector>

namespace stateless {

/// A point in a source file. Lines and columns count from 1, columns in bytes.
/// Where a macro is expanded it is the place of the expansion.
struct Location {
  StringId File; ///< Absolute, without "." and "..", symlinks resolved.
  uint32_t Line = 0;
  uint32_t Column = 0;

  explicit operator bool() const { return Line != 0; }
  auto operator<=>(const Location &) const = default;
};

//===-- Types -------------------------------------------------------------===//

struct TypeId {
  uint32_t Value = 0; ///< 0: unknown.
  explicit operator bool() const { return Value != 0; }
  auto operator<=>(const TypeId &) const = default;
};

enum class TypeKind : uint8_t {
  Unknown,
  Builtin,
  Enum,
  Record,
  Pointer,
  LValueReference,
  RValueReference,
  Array,
  Function,
  MemberPointer,
  Dependent,
};

/// One canonical type, with the alias names that the source used for it.
struct Type {
  TypeKind Kind = TypeKind::Unknown;
  bool Const = false;
  bool Volatile = false;
  bool Atomic = false; ///< _Atomic(T); std::atomic<T> is a Record.
  /// Its const operator*, operator-> or operator[] gives a non-const object
  /// (smart pointers, iterators, spans, reference wrappers).
  bool PointerLike = false;
  /// Its objects hold another, which only its holder-methods hand out: Args[0].
  bool Holder = false;
  /// Record of a library: any object may be among its elements or parts, or
  /// made in its memory; it does not just point to them.
  bool ContainsAny = false;
  /// Record/enum/builtin: qualified name without inline namespaces and
  /// template arguments ("std::map"). Empty for the rest.
  StringId Name;
  StringId Spelling; ///< The canonical type as a reader would write it.
  SymbolId Symbol;   ///< Record/enum: its declaration.
  /// Pointee, element, or template type arguments in order; what a holder
  /// hands out comes first.
  std::vector<TypeId> Args;
  /// Record of a library: the project's classes of which it may contain objects
  /// likewise.
  std::vector<SymbolId> Contains;
  /// Alias names passed on the way to the canonical type, outermost first,
  /// qualified ("app::SessionMap").
  std::vector<StringId> Aliases;

  auto operator<=>(const Type &) const = default;
};

//===-- Values ------------------------------------------------------------===//

struct ValueId {
  uint32_t Value = 0; ///< 0: unknown.
  explicit operator bool() const { return Value != 0; }
  auto operator<=>(const ValueId &) const = default;
};

/// A symbolic string or integer, resolved at link time (analysis/PathValues).
enum class ValueKind : uint8_t {
  Unknown,
  Text,          ///< Literal text in Text.
  Integer,       ///< Number (also flags and booleans).
  Concat,        ///< Args in order.
  BitOr,         ///< Flags: Args or-ed.
  Join,          ///< Args joined as file paths: an absolute one starts anew.
  Choice,        ///< One of Args.
  Parameter,     ///< Parameter Index of the enclosing function, or, in a
                 ///< lambda, of the function Symbol around it.
  Variable,      ///< The variable Symbol: its initialiser if never written.
  Field,         ///< The field Symbol of the object Of; if that is unknown, of
                 ///< any object.
  CallResult,    ///< What Symbol returns for Args, called on Of. As what is
                 ///< done to an object: Symbol is called with that object as
                 ///< its parameter Index - 1; 0: on it.
  Environment,   ///< The environment variable Text.
  CommandLine,   ///< Comes from main's arguments.
  TempDirectory, ///< The system's directory for temporary files.
  Parent,        ///< The directory that holds Args[0].
  Behind,        ///< In the text Args[0], what follows one of the other Args.
  Setting,       ///< What the setting Symbol was given; if nothing, Args[0].
  // Objects of the project's classes that hold texts.
  This,    ///< The object of the enclosing method or, in a lambda, of the
           ///< method Symbol around it.
  Made,    ///< What the constructor Symbol makes of Args.
  Object,  ///< An object of the class Symbol that no constructor of the
           ///< project makes: Args (Given) are put into its fields.
  Changed, ///< The object Args[0], to which the rest of Args was done.
  // What is done to an object, besides CallResult. Nobody knows what: unknown.
  Given,    ///< Its field, or base class, Symbol becomes Args[0]; without a
            ///< symbol all of it.
  Appended, ///< Args are appended to its field Symbol.
  Joined,   ///< The same as file paths.
  Within,   ///< Args[0] is done to the object in its field Symbol.
};

struct Value {
  ValueKind Kind = ValueKind::Unknown;
  uint32_t Index = 0;
  int64_t Number = 0;
  StringId Text;
  SymbolId Symbol;
  std::vector<ValueId> Args;
  ValueId Of = {}; ///< Field, CallResult: the object.
  /// Of what is done to an object: always, and before anything else reads it.
  bool First = false;

  auto operator<=>(const Value &) const = default;
};

//===-- Declarations ------------------------------------------------------===//

enum class Storage : uint8_t {
  Namespace,     ///< Namespace scope, C file scope.
  StaticMember,  ///< Static data member.
  FunctionLocal, ///< Function-local static (or thread_local).
  Automatic,     ///< A local of a function. Only such as may hold state are
                 ///< facts: objects that a lambda captures, that are handed to
                 ///< another object, or that stand where a program serves.
};

enum class Linkage : uint8_t { None, Internal, External };

/// Where `const` would go in one declaration of a variable.
struct ConstEdit {
  Location At;
  StringId Text;   ///< What to insert: "const ", "constexpr ".
  StringId Before; ///< The source from At to the end of the name.
  /// Right only if this is all that declares the variable in the program:
  /// otherwise other units would miss it.
  bool Alone = false;

  auto operator<=>(const ConstEdit &) const = default;
};

/// A variable with static or thread storage duration, or a local that may live
/// as long as the process.
struct Variable {
  SymbolId Symbol;
  /// What a template makes: the symbol of the template's own variable. Each
  /// instantiation is a variable by itself, told at one place with the others.
  SymbolId Pattern;
  StringId Instance; ///< Then: of what, as a reader would write it
                     ///< ("counter<long>").
  StringId Mangled;  ///< As in the object file; empty where there is none.
  StringId Name;
  StringId QualifiedName;
  TypeId Type;
  Location Loc; ///< The name, at the definition when Definition is set.
  Storage Where = Storage::Namespace;
  Linkage Link = Linkage::None;
  bool Definition = false;
  bool Constexpr = false;
  bool Constinit = false;
  bool ThreadLocal = false;
  bool Inline = false;
  bool Template = false;     ///< A template, or a member or local of one.
  bool OfLibrary = false;    ///< A library's macro names it, for its own use.
  bool ConstantInit = false; ///< Initialised before any code runs.
  SymbolId Function;         ///< FunctionLocal, Automatic: where it lives.
  SymbolId Class;            ///< StaticMember: whose.
  ValueId Init;              ///< String or integer initialiser, if symbolic.
  /// Some use or declaration would not compile with `const`, or may not.
  bool StaysMutable = false;
  /// It is handed on by reference or pointer to const: only a cast could
  /// write it there.
  bool LentAsConst = false;
  std::vector<ConstEdit> ConstEdits; ///< For all declarations, or none.
  std::vector<StringId> Annotations; ///< [[clang::annotate("...")]] texts.
};

struct Field {
  SymbolId Symbol;
  StringId Name;
  StringId QualifiedName;
  SymbolId Class;
  TypeId Type;
  Location Loc;
  bool Mutable = false; ///< Declared `mutable`.
  ValueId Init;         ///< Default member initialiser, if symbolic.
  std::vector<StringId> Annotations;
};

/// A class, struct or union that the project defines.
struct Class {
  SymbolId Symbol;
  StringId Name;
  StringId QualifiedName;
  Location Loc;
  bool Template = false;
  bool PrivateConstructors = false; ///< All are private or protected.
  bool NotCopyable = false;         ///< Copy construction deleted or private.
  std::vector<TypeId> Bases;        ///< Types, so that CRTP arguments show.
  std::vector<TypeId> FarBases;     ///< Of bases from libraries, at any depth.
  std::vector<SymbolId> Fields;     ///< Non-static, in order.
  /// Non-const methods that are declared in it, special members apart. Those
  /// whose body no unit has may write any field.
  std::vector<SymbolId> Mutators;
  std::vector<StringId> Annotations;
};

//===-- Function bodies ---------------------------------------------------===//

enum class AccessKind : uint8_t {
  Read,
  Assign,
  CompoundAssign,
  Increment,    ///< ++ and --
  Destroy,      ///< delete, or an explicit destructor call
  DependentUse, ///< in a template: what it does depends on arguments
};

/// A text that is put into a field or a variable.
struct StoredText {
  /// The field, the variable or the setting; empty: what a statement of value
  /// flow at Loc writes.
  SymbolId Into;
  ValueId Text;
  bool Makes = false; ///< The object is made with it.
  Location Loc;

  auto operator<=>(const StoredText &) const = default;
};

//===-- Calls -------------------------------------------------------------===//

enum class CallKind : uint8_t {
  Direct,
  Virtual,
  Constructor,
  Destructor,
  Indirect, ///< Through a pointer or std::function.
};

/// What a model says of a call.
enum class CallRole : uint8_t {
  None,
  Serves,       ///< Serves requests, nobody knows for how long.
  ServesToEnd,  ///< Serves requests, and returns only when that is over.
  StartsServer, ///< Returns at once, and what it started goes on serving.
  ServesOnce,   ///< Serves one turn of a loop, and returns.
  Receives,     ///< Waits for one connection, request or message.
  Waits,        ///< Waits until something happens to one of several files.
  RunsNow,      ///< Runs the callables that it is given before it returns.
  Forks,        ///< Returns twice: 0 in the new process, a copy of this one.
  EndsProcess,  ///< Does not return: the process ends, or becomes another one.
  SharesMemory, ///< Makes memory that several processes may have.
};

/// True for what serves by itself, in whichever way.
inline bool isServing(CallRole Role) {
  return Role == CallRole::Serves || Role == CallRole::ServesToEnd ||
         Role == CallRole::StartsServer || Role == CallRole::ServesOnce;
}

/// True for what serves, or gives its caller something to serve.
inline bool takesRequests(CallRole Role) {
  return isServing(Role) || Role == CallRole::Receives;
}

/// One call: of a function of the project, of something that nobody knows by
/// its name, or of a function of a library that has a role or may run code.
struct Call {
  CallKind Kind = CallKind::Direct;
  SymbolId Callee;
  StringId CalleeName; ///< Qualified, without template arguments.
  CallRole Role = CallRole::None;
  bool Library = false; ///< The callee is declared in a system header.
  ValueId Object;       ///< The receiver, if it is an object that holds texts.
  std::vector<ValueId> Args; ///< Unknown where they are not symbolic.
  Location Loc;

  auto operator<=>(const Call &) const = default;
};

//===-- Operations --------------------------------------------------------===//

/// What a modelled call does to the world. Rule files name the kind by its word
/// (facts/EnumNames.h); only models and the checks that judge it know what it
/// means.
enum class OperationKind : uint8_t {
  Open,   ///< opens a file; writes if its mode says so
  Write,  ///< creates or writes a file or directory
  Rename, ///< or links
  Delete,
  Database, ///< opens an embedded database
  LogSink,  ///< opens a log file
  Shell,    ///< runs a command line, its path
  Vary,     ///< gives another value in each process
  Thread,   ///< gives another value in each thread
  Clock,    ///< gives the time
  Receive,  ///< gives what somebody sent
  Keep,     ///< puts users' data where a framework keeps them in the process
};

/// What a value is to its operation.
enum class ValueRole : uint8_t {
#define VALUE_ROLE(NAME, ...) NAME,
#include "facts/ValueRoles.def"
};

enum class ModeSyntax : uint8_t {
  None,   ///< no mode: the operation always writes
  Stdio,  ///< "r", "w+"
  Posix,  ///< O_* flags
  Ios,    ///< std::ios_base::openmode
  Qt,     ///< QIODevice::OpenMode
  Sqlite, ///< SQLITE_OPEN_*
  Beast,  ///< boost::beast::file_mode
  Driver, ///< the name of a database driver: writes if its data are files
};

/// One of the values that make an operation what it is.
struct NamedValue {
  ValueRole Role = ValueRole::Path;
  ValueId Value;
  ModeSyntax Syntax = ModeSyntax::None; ///< Mode: its language.

  auto operator<=>(const NamedValue &) const = default;
};

/// A call that a model says does something to the world. Function::Control has
/// its program point, by Loc. On which objects it is done, the statements of
/// value flow at Loc tell (Function::FlowBodies): what it reads and writes, and
/// the Receiver and the Arguments of the Call.
struct Operation {
  OperationKind Kind = OperationKind::Write;
  StringId Callee; ///< As a reader would write it ("std::ofstream").
  /// By role, and in the order of the model. A role may have several values
  /// (each file that is renamed), or none where the call lacks them.
  std::vector<NamedValue> Values;
  Location Loc;            ///< Of the call.
  StringId What = {};      ///< Keep: what kind of data ("session").
  bool Configured = false; ///< Keep: a configuration says where.
  bool Folder = false;     ///< It makes a folder, and no file.
  /// What it opens may be used outside of the function, or when that has ended.
  bool Kept = true;
  std::vector<Location> Uses = {}; ///< Else: where the function uses it.

  auto operator<=>(const Operation &) const = default;
};

/// The values of \p Of that are its \p Role.
inline std::vector<ValueId> valuesOf(const Operation &Of, ValueRole Role) {
  std::vector<ValueId> Result;
  for (const NamedValue &V : Of.Values)
    if (V.Role == Role)
      Result.push_back(V.Value);
  return Result;
}

/// Who runs code that a program hands out.
enum class EntryKind : uint8_t {
  Request,
  Message,
  Timer,
  Signal,
  Thread,
  Exit, ///< Runs when the process ends.
  Fork, ///< Runs first in a child process.
};

/// Code that is handed to a framework, which calls it later: by a call that a
/// model names, or by overriding one of its methods (then it is the overriding
/// method itself, whose function the fact is part of). What a call hands over,
/// the statement Run of value flow at the same place says.
struct Registration {
  EntryKind Kind = EntryKind::Request;
  bool Once = false;     ///< Runs once, when an operation ends.
  bool Override = false; ///< No call registers it.
  StringId By;           ///< The function called, or the method overridden.
  StringId Method;       ///< "GET"; empty: the model does not say.
  ValueId Verb;          ///< The method as a value, where it is an argument.
  ValueId Route;
  /// Where control is, at the latest, when the handler has run: it comes there
  /// before it leaves the function. Empty: nobody is seen to wait for it.
  std::vector<Location> Awaited;
  Location Loc;

  auto operator<=>(const Registration &) const = default;
};

/// Something that a function does to an object that holds texts, in the order
/// of its text. Of its own locals, their values tell.
struct ObjectChange {
  ValueId Of;   ///< This, a parameter, a variable, what a call returned.
  ValueId What; ///< Unknown: somebody else may change it from here on.
  Location Loc;

  auto operator<=>(const ObjectChange &) const = default;
};

constexpr uint32_t NoLoop = ~0U;

/// A loop that runs until something happens, or forever.
struct Loop {
  Location Begin;
  uint32_t Parent = NoLoop; ///< The innermost of Function::Loops around it: an
                            ///< earlier one.
  bool Endless = false;     ///< By its condition.
  bool Left = false;        ///< By its condition, a break or a return.
  bool Options = false;     ///< Reads the command line.
  /// Locals of the function, declared outside of it, that each turn sets before
  /// the function reads them. Sorted.
  std::vector<SymbolId> Fresh;

  auto operator<=>(const Loop &) const = default;
};

/// Where something that other facts tell stands in the control flow of its
/// function: the Index-th expression of basic block Block, in the order of
/// evaluation.
struct ProgramPoint {
  Location Loc; ///< As the other facts have it.
  uint32_t Block = 0;
  uint32_t Index = 0;
  uint32_t Loop = NoLoop; ///< The innermost of Function::Loops around it.

  auto operator<=>(const ProgramPoint &) const = default;
};

/// Control may go from the end of one block to the start of another.
struct BlockEdge {
  uint32_t From = 0, To = 0;

  auto operator<=>(const BlockEdge &) const = default;
};

/// Blocks that are only run where a test finds a variable unset, or other than
/// a local, the key; and that need nothing of the caller of their function.
struct LazyBlocks {
  SymbolId Guard;               ///< The variable that is tested.
  Location At;                  ///< Where the test reads it.
  uint32_t Test = 0;            ///< The block of At.
  std::vector<uint32_t> Blocks; ///< Sorted.
  bool Sure = false;  ///< Whoever leaves them has set it: they run once.
  bool Keyed = false; ///< By a key: they set it to that.

  auto operator<=>(const LazyBlocks &) const = default;
};

/// Blocks that are only run where a parameter of the function, which keeps the
/// value that it is given, is a number (Equal), or is another one than that.
struct GuardedBlocks {
  ValueId Parameter; ///< Of kind Parameter.
  int64_t Number = 0;
  bool Equal = false;
  std::vector<uint32_t> Blocks; ///< Sorted.

  auto operator<=>(const GuardedBlocks &) const = default;
};

/// The control-flow graph of one function body, as far as points need it.
/// Asked by facts/ControlFlow.h.
struct ControlFlow {
  /// Sorted by line and column. Blocks are numbered from 0 without a gap, and
  /// there are at most Edges.size() + 1.
  std::vector<ProgramPoint> Points;
  std::vector<BlockEdge> Edges; ///< Sorted.
  /// Blocks that only a child process runs, which ends itself. Sorted.
  std::vector<uint32_t> OfChild;
  std::vector<LazyBlocks> Lazy;
  std::vector<GuardedBlocks> Guarded;
  /// Where exceptions that calls throw go to in the function. Sorted.
  std::vector<uint32_t> Handlers;

  auto operator<=>(const ControlFlow &) const = default;
};

//===-- Data flow ---------------------------------------------------------===//

/// One of the things that a value is made of in a function body, whatever is
/// computed of it on the way: a flow-insensitive backward slice that looks
/// through the locals (M. Weiser, Program Slicing, 1984). Constants are none.
enum class SourceKind : uint8_t {
  Unknown,   ///< Any value.
  Parameter, ///< What parameter Index holds, or leads to.
  Elsewhere, ///< What the function Symbol, in or around this one, says of Loc.
  Variable,  ///< The variable Symbol, of static storage.
  Field,     ///< The field Symbol of some object that is no parameter's.
  Result,    ///< What the call at Loc returns.
  Output,    ///< What the call at Loc leaves where its argument Index leads.
  Library,   ///< What the library's function of the name Symbol gives at Loc.
};

struct Source {
  SourceKind Kind = SourceKind::Unknown;
  uint32_t Index = 0;
  SymbolId Symbol;
  StringId Part; ///< The name of the part of it that goes in; empty: all may.
  Location Loc;

  auto operator<=>(const Source &) const = default;
};

/// Where a value goes.
enum class SinkKind : uint8_t {
  Store,    ///< Something is written at Loc that is no local's own value.
  Argument, ///< Argument Index of the call of the project's at Loc.
  Return,   ///< To the caller.
  Shared,   ///< A local, declared at Loc, that functions inside use.
};

/// All that a value is made of where it leaves the function or its locals.
/// Without a fact it is made of constants only.
struct DataFlow {
  SinkKind Into = SinkKind::Store;
  /// Argument: which. Store: the parameter that leads there, counted from 1.
  uint32_t Index = 0;
  SymbolId Symbol; ///< Store: the field that is initialised, if it is one.
  Location Loc;
  std::vector<Source> From; ///< Sorted.

  auto operator<=>(const DataFlow &) const = default;
};

//===-- Value flow --------------------------------------------------------===//

/// What flows where in one function body, as statements of a points-to analysis
/// (L. O. Andersen, 1994; analysis/PointsTo). Only what may carry a pointer, a
/// reference or something callable is told, and what is written.
enum class StatementKind : uint8_t {
  // Statements that give a value.
  Local,     ///< The address of a local or temporary object of its own.
  Parameter, ///< The address of the object that holds parameter Index.
  Result,    ///< The address of the object that the function returns.
  This,      ///< The address of *this; in a lambda, of the closure.
  Variable,  ///< The address of the variable Symbol.
  Function,  ///< The address of the function Symbol.
  Member,    ///< A pointer to the data member Symbol.
  New,       ///< The address of an object that is made here.
  Unknown,   ///< Any value.
  Field,     ///< The address of the field Symbol of the object at A.
  Element,   ///< The address of what the object at A (an array, an object of a
             ///< library) holds. All of its elements are taken for one.
  MemberOf,  ///< The address of what B points to of the object at A.
  Load,      ///< What is stored at A.
  Either,    ///< One of A and B.
  Cast,      ///< A, an address without a type, as that of an object of Type.
  Call,      ///< Calls the function Symbol or, if that is empty, what the value
             ///< A leads to. Gives what is returned, an object by its address.
  Run,       ///< As Call, by a library: any value given may be the object, or
             ///< any argument. Index: 1 if it runs before the library returns.
             ///< Called: the function that registers it as a handler, if one
             ///< does.
  // Statements that do something.
  Store,          ///< B is stored at A.
  Copy,           ///< The object at B, with all that it holds, is copied to A.
  Write,          ///< The object at A is changed, as How and Symbol say. Index:
                  ///< 1 if it is an argument of the call of Symbol.
  Read,           ///< The object at A is read; by the call of Symbol, if any.
                  ///< Index: 1 if people are told, and nobody else.
  Receiver,       ///< A is the object of the call B.
  Argument,       ///< A is given to the call B for parameter Index.
  ArgumentObject, ///< A copy of the object at A is given likewise.
  Return,         ///< A is returned.
  Escape,         ///< A goes to where nobody follows it: to the function with
                  ///< the name Symbol, if there is one.
};

/// What becomes of the keys of a container.
enum class KeyUse : uint8_t {
  Unknown, ///< Nothing is known of that, or it has none.
  Adds,    ///< A key is put in, with what it leads to.
  Asks,    ///< A key is put in only if it is not there (operator[] of a map).
  Holds,   ///< No write: the container is made with the key in it.
};

/// Statements are numbered from 1; 0 stands for a value that does not matter.
using StatementNumber = uint32_t;

struct Statement {
  StatementKind Kind = StatementKind::Unknown;
  StatementNumber A = 0, B = 0; ///< Statements before this one.
  uint32_t Index = 0;
  /// Write: how it is done. By a call of Symbol: Assign, if that overwrites A
  /// from its start, whatever it was; else CompoundAssign. Argument: Assign,
  /// if A is where something begins that has a name. Escape: DependentUse if
  /// template arguments decide what becomes of A. Read: Assign, if it comes
  /// after what the same call of Symbol writes.
  AccessKind How = AccessKind::Read;
  KeyUse Keys = KeyUse::Unknown; ///< Write.
  bool Virtual = false; ///< Call: what overrides Symbol may run as well.
  /// Receiver, Argument: by a pointer or reference to const.
  bool ReadOnly = false;
  SymbolId Symbol; ///< Local, New: of the variable, if it is one.
  /// Local, Parameter, Result, New: the operator() of the object, if it has
  /// one. Call: the qualified name of Symbol, if its body is not in the unit.
  /// Write: the key that Keys speaks of, if it is a constant.
  SymbolId Called;
  /// Local, New: of the object. Field: of a closure's, of what it captured.
  /// Load: if known, of the objects that can be read there; no others are.
  /// Cast: of the objects that the code takes A to lead to.
  TypeId Type;
  Location Loc; ///< Of New, calls, and of what does something.

  auto operator<=>(const Statement &) const = default;
};

/// One body of a function. There are several where macros make units differ,
/// and of a generic lambda, whose instantiations are one function.
struct FlowBody {
  std::vector<Statement> Statements;

  auto operator<=>(const FlowBody &) const = default;
};

enum class FunctionKind : uint8_t {
  Free,
  Method,
  StaticMethod,
  Constructor,
  Destructor,
  Lambda,
  Initializer, ///< The dynamic initialiser of a namespace-scope variable.
};

struct Parameter {
  StringId Name;
  TypeId Type;

  auto operator<=>(const Parameter &) const = default;
};

/// A function and, where Definition is set, what its body does.
struct Function {
  SymbolId Symbol;
  /// What a template makes: the symbol of the template's own function.
  SymbolId Pattern;
  StringId Name;
  StringId QualifiedName;
  Location Loc;
  FunctionKind Kind = FunctionKind::Free;
  Linkage Link = Linkage::External;
  bool Definition = false;
  bool Const = false;
  bool Virtual = false;
  bool OverridesLibrary = false; ///< A method that a library may call.
  bool Template = false;
  bool Open = false; ///< A template's own body: arguments decide what it does.
  bool Inline = false; ///< Every unit that refers to it has its body.
  bool Weak = false;   ///< Any other definition takes its place.
  bool Coroutine = false;
  bool Project = true; ///< False: declared in a system header.
  SymbolId Class;      ///< Methods: whose.
  TypeId ClassType;    ///< Methods of what a class template makes: of which.
  SymbolId Parent;     ///< Lambda: the function it is written in. Initializer:
                       ///< the variable.
  TypeId Returns;
  /// What a variadic function gets besides shares one more, without a name.
  std::vector<Parameter> Parameters;
  std::vector<SymbolId> Overrides; ///< Directly overridden methods.
  /// Those that call functions of the project, or are endless.
  std::vector<Loop> Loops;
  std::vector<ControlFlow> Control;    ///< One for each body.
  std::vector<ValueId> ReturnedValues; ///< Symbolic ones.
  std::vector<Registration> Registrations;
  std::vector<StoredText> StoredTexts;
  std::vector<ObjectChange> Changes;
  std::vector<Call> Calls;
  std::vector<Operation> Operations;
  std::vector<FlowBody> FlowBodies;
  std::vector<DataFlow> Data; ///< Sorted.
  std::vector<StringId> Annotations;
};

//===-- The translation unit ----------------------------------------------===//

enum class DirectiveKind : uint8_t { Line, NextLine, Begin, End };

/// A NOLINT comment.
struct Directive {
  DirectiveKind Kind = DirectiveKind::Line;
  Location Loc;
  /// What stands in the parentheses; empty: there are none (all checks).
  StringId Checks;
  bool HasChecks = false;

  auto operator<=>(const Directive &) const = default;
};

enum class ProblemKind : uint8_t {
  Error, ///< The unit, or a part of it, was not analysed.
  Note,  ///< Analysed, but something was left out (a flag was dropped).
};

struct Problem {
  ProblemKind Kind = ProblemKind::Error;
  StringId File; ///< The translation unit's main file.
  Location Loc;  ///< Where the first error stands, if anywhere.
  StringId Text;

  auto operator<=>(const Problem &) const = default;
};

/// A file that the parse read.
struct SourceFile {
  StringId Path;
  bool System = false;

  auto operator<=>(const SourceFile &) const = default;
};

/// Some cast takes the const away from objects of a type.
struct ConstCast {
  StringId Type; ///< Its spelling, without const.

  auto operator<=>(const ConstCast &) const = default;
};

/// A function that is named other than to call it: somebody may keep its
/// address, however that is cast or stored.
struct NamedFunction {
  SymbolId Function;
  SymbolId In; ///< The function that names it, lambdas seen through, if any.

  auto operator<=>(const NamedFunction &) const = default;
};

/// A class of which a library's template may see an object: it may call methods
/// by names that it knows.
struct GivenClass {
  SymbolId Class;
  bool Standard = false; ///< Only templates of the standard library do.

  auto operator<=>(const GivenClass &) const = default;
};

enum class MentionKind : uint8_t {
  Code,   ///< In code that `#if` leaves out, or in a macro's body.
  Linker, ///< In assembly, or in a `#pragma` or an attribute for the linker.
  Member, ///< A member of what depends on template arguments.
  Text,   ///< A string literal that is the name and nothing else.
};

/// The names that stand in one file where no declaration can be seen behind
/// them.
struct Mentions {
  MentionKind Kind = MentionKind::Code;
  StringId File;
  /// nameHash() of each identifier or symbol of the linker, sorted. Headers of
  /// C mention thousands, in every unit; two names with one hash cost a fix.
  std::vector<uint32_t> Names;

  auto operator<=>(const Mentions &) const = default;
};

inline uint32_t nameHash(llvm::StringRef Name) {
  return static_cast<uint32_t>(llvm::xxh3_64bits(Name));
}

/// All that one translation unit says.
struct TuFacts {
  StringTable Strings;
  StringId MainFile;
  std::vector<Type> Types{1};   ///< [0] is the unknown type.
  std::vector<Value> Values{1}; ///< [0] is the unknown value.
  std::vector<Variable> Variables;
  std::vector<Field> Fields;
  std::vector<Class> Classes;
  std::vector<Function> Functions;
  std::vector<Directive> Directives;
  std::vector<Problem> Problems;
  std::vector<SourceFile> Files;
  std::vector<ConstCast> ConstCasts;
  std::vector<NamedFunction> NamedFunctions;
  std::vector<GivenClass> GivenClasses;
  std::vector<Mentions> Unseen;
};

} // namespace stateless

#endif
