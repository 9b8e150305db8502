//===- Models.h - What is known about code that we do not see --*- C++ -*-===//
//
// Plain data, compiled from rules/packs/models/*.yaml and the user's rules:
// which library functions touch files or the process, build strings, pass
// references through. These shape the facts, so they are part of a cached
// unit's key. Policy (severities, exceptions, vocabulary, categories of types)
// is not here. ModelFields.h names every field once, for all that reads or
// prints models.
//
// Functions are named by their qualified name without template arguments and
// inline namespaces: "fopen", "std::basic_ofstream::open". A constructor is
// "std::basic_ofstream::basic_ofstream". A name may be a glob ('*'). A shipped
// name without "::" means the C library's function, not one of the project's
// C++ functions that happens to be called so.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_MODELS_H
#define STATELESS_FACTS_MODELS_H

#include "facts/Facts.h"
#include <optional>
#include <string>
#include <vector>

namespace stateless {

/// Argument position (from 0), or the object itself for a method.
using ArgumentIndex = int;
constexpr ArgumentIndex ReceiverArgument = -1;

/// How an argument becomes a value of an operation.
enum class ValueForm : uint8_t {
  Any,  ///< Whatever it is.
  Text, ///< A text: where the call has a number or a null pointer in its place,
        ///< it has no such value.
};

/// A function that does something to the world (OperationKind). A call that has
/// none of the texts that the model names does nothing: an overload that takes
/// a descriptor opens no path.
struct OperationModel {
  std::string Function;
  OperationKind Kind = OperationKind::Write;
  // The arguments that have the values, by role. Those that a call lacks do not
  // count.
#define VALUE_ROLE(NAME, ...) std::vector<ArgumentIndex> NAME;
#include "facts/ValueRoles.def"
  ModeSyntax Syntax = ModeSyntax::None; ///< Of Mode. Set: there is a mode.
  /// The mode when the call does not give one ("in|out"), as the library would
  /// write it; with a '+' in front it is always or-ed in (ofstream: "+out").
  std::string ImpliedMode;
  /// The directory that a relative path is below: QDir(Base).mkpath(Path).
  std::optional<ArgumentIndex> Base;
  std::string Display; ///< How messages name it; empty: Function.
  /// The path is what follows one of these in its text ("filename=").
  std::vector<std::string> PathAfter;
  /// The setting (SettingModel) that is the path, or the folder that it is
  /// below; and what that is if nothing sets it.
  std::string Setting, SettingDefault;
  /// Keep: what kind of data is kept ("session"), and whether that is in the
  /// process only if a configuration says so.
  std::string Keeps;
  bool Configured = false;
  bool Folder = false; ///< What it writes is a folder.
  /// Macros, of which one must name the first argument; empty: whatever it is.
  std::vector<std::string> Selector;
  std::vector<std::string> Parameters, ClassArguments;
};

/// A function that sets the folder that functions of its framework write to.
struct SettingModel {
  std::string Function;
  std::string Setting; ///< A name that operations give.
  /// The argument that is the folder; not given: a configuration file tells it.
  std::optional<ArgumentIndex> Value;
};

/// Calls \p V(ValueRole, ValueForm, &OperationModel::Arguments) for each role.
template <typename Visitor> void visitValueRoles(Visitor &&V) {
#define VALUE_ROLE(NAME, KEY, FORM, ...)                                       \
  V(ValueRole::NAME, ValueForm::FORM, &OperationModel::NAME);
#include "facts/ValueRoles.def"
}

enum class ValueModelKind : uint8_t {
  Same,          ///< returns argument/receiver Args[0] (c_str, string, move)
  Concat,        ///< all of Args (append, StrCat, operator+)
  Join,          ///< all of Args as paths (operator/, path::append, QDir)
  Format,        ///< Args[0] is a {}- or %-format, the rest its arguments
  FormatInto,    ///< like Format from Args[1]; the text goes into Args[0]
  AppendInto,    ///< the text Args[1] goes behind the one in Args[0]
  FillInto,      ///< Args[0] is filled with the character Args[1], or cleared
  Environment,   ///< the environment variable named by Args[0]
  TempDirectory, ///< the directory for temporary files
  CommandLine,   ///< from the command line or a configuration file
  Parent,        ///< the directory that holds Args[0]
};

/// A function that makes one string out of others. Args empty: all of them,
/// the receiver first.
struct ValueModel {
  std::string Function;
  ValueModelKind Kind = ValueModelKind::Same;
  std::vector<ArgumentIndex> Args;
  std::string Below; ///< Join: the folder that all of it is below.
  std::vector<std::string> Parameters, ClassArguments;
};

/// A function whose result names an object inside one of its arguments
/// (std::move, std::get, std::addressof, std::ref).
struct ForwardModel {
  std::string Function;
  ArgumentIndex Argument = 0;
  /// Overloads with arguments behind this one are other functions (std::move of
  /// a range).
  std::optional<ArgumentIndex> Last;
};

/// A function that takes a mutable pointer or reference and leaves what it
/// points to alone (pthread_mutex_lock, std::find, ...).
struct PureModel {
  std::string Function;
  /// Which arguments it leaves alone (std::copy: its first two); empty: all.
  std::vector<ArgumentIndex> Args;
};

/// A function that gives its object, or what its arguments lead to, a content
/// that does not depend on the old one (clear, memset, read).
struct OverwriterModel {
  std::string Function;
  /// What it overwrites, from its start; empty: its object.
  std::vector<ArgumentIndex> Args;
  /// The argument that says how much: only a constant is known to be all.
  std::optional<ArgumentIndex> Size;
  /// It may fail and leave all as it is: its result tells.
  bool MayFail = false;
};

/// A function that tells people what it is given, and does nothing else with
/// it: it logs, or prints. Known by its name alone, also where the project
/// declares it.
struct LoggerModel {
  std::string Function;
  /// The argument that is the stream: it must be a log stream.
  std::optional<ArgumentIndex> Stream;
};

/// A variable of a library that is a stream for people (stderr).
struct LogStreamModel {
  std::string Variable;
};

/// How code comes to be called by a framework: a function that registers it, a
/// field of a framework's object that it is put into, or a method that the
/// project overrides. One of Call, Field and Override is set.
struct EntryPointModel {
  std::string Call;
  std::string Field; ///< "Class::field"
  /// "Class::method"; Class may be any base of the class that declares it.
  std::string Override;
  std::vector<ArgumentIndex> Handlers;
  /// The handler is an object, of which these methods are called.
  std::vector<std::string> Members;
  std::vector<ArgumentIndex> Route; ///< Those that make it, in order.
  /// The route is an argument of this call instead: an earlier one in the chain
  /// of receivers, or on the same object.
  std::string RouteCall;
  std::string Method;                ///< "GET"
  std::optional<ArgumentIndex> Verb; ///< The argument that names the method.
  EntryKind Kind = EntryKind::Request;
  bool Once = false; ///< The handler runs once, when an operation ends.
};

/// A function that serves, receives, runs callables before it returns, or does
/// something to the process.
struct RoleModel {
  std::string Function;
  CallRole Role = CallRole::None;
};

/// A function that sends on a socket, a connection or a queue: what then waits
/// on the same one, waits for an answer.
struct SenderModel {
  std::string Function;
  /// On which; not given: its object or, without one, the first argument.
  std::optional<ArgumentIndex> Socket;
};

/// A function that returns when a thread or task has run.
struct AwaitModel {
  std::string Function;
  /// Of which it was started, or that its start was given.
  ArgumentIndex Handle = ReceiverArgument;
  /// A method that is true as long as there is something to wait for; empty:
  /// nobody asks.
  std::string Test;
};

/// A function that returns memory of its own, as malloc does.
struct AllocatorModel {
  std::string Function;
};

/// What becomes of the addresses that a library function is given. An argument
/// that is in none of the lists is borrowed: used until the call returns.
struct ValueFlowModel {
  std::string Function;
  /// Kept where nobody follows it: what they lead to may be written at any
  /// time.
  std::vector<ArgumentIndex> Keeps;
  /// What they point to is copied, and what that holds is kept so.
  std::vector<ArgumentIndex> Copies;
  /// What they point to is filled with what was kept.
  std::vector<ArgumentIndex> Fills;
  /// Handed on: all that the result may lead to. Empty: any argument.
  std::vector<ArgumentIndex> Returns;
  bool ReturnsKept = false; ///< The result is what was kept.
};

/// A method that gives its argument what its object held (swap).
struct ExchangeModel {
  std::string Function;
};

enum class KeyMethodKind : uint8_t {
  Adds,  ///< puts the key in, if it is not there
  Tells, ///< returns true, or a number above 0, if the key is there
  Finds, ///< returns the place of the key or, if it is not there, the end
  Ends,  ///< returns the end
  Needs, ///< returns only if the key is there
};

/// A method of a container that looks up its first argument as a key.
struct KeyMethodModel {
  std::string Function;
  KeyMethodKind Kind = KeyMethodKind::Tells;
};

/// A method that hands out what its object holds, and writes nothing of it by
/// itself, though it is not const (QGlobalStatic::operator->). A type with
/// such a method is seen through to what that gives out.
struct HolderMethodModel {
  std::string Function;
};

/// A class whose objects stand for another one, although they look as if they
/// held it: a constant one gives out a constant.
struct ProxyModel {
  std::string Class;
};

/// Headers of libraries in C that borrow what they are given, unless a model of
/// the function says otherwise.
struct BorrowingHeaderModel {
  std::string Path; ///< A glob.
};

enum class MakerKind : uint8_t {
  Argument, ///< makes an object of its first template argument (make_unique)
  Element,  ///< makes an element of its container (emplace_back)
  Holder,   ///< what it returns holds what it is given (make_pair)
};

/// A function that makes an object of what it is given. Known by its name
/// alone, also where the project declares it.
struct MakerModel {
  std::string Function;
  MakerKind Makes = MakerKind::Argument;
};

/// A function that reads the options of the command line. Known by its name
/// alone, as makers are.
struct OptionReaderModel {
  std::string Function;
};

/// An environment variable that names the directory for temporary files.
struct TempVariableModel {
  std::string Variable;
};

/// Files that a tool writes. What overrides methods of a framework there does
/// so for others to override; it handles nothing.
struct GeneratedFileModel {
  std::string Path; ///< A glob.
};

struct Models {
  std::vector<OperationModel> Operations;
  std::vector<SettingModel> Settings;
  std::vector<ValueModel> Values;
  std::vector<ForwardModel> Forwards;
  std::vector<PureModel> Pure;
  std::vector<OverwriterModel> Overwriters;
  std::vector<LoggerModel> Loggers;
  std::vector<LogStreamModel> LogStreams;
  std::vector<EntryPointModel> EntryPoints;
  std::vector<RoleModel> Roles;
  std::vector<SenderModel> Senders;
  std::vector<AwaitModel> Awaits;
  std::vector<AllocatorModel> Allocators;
  std::vector<GeneratedFileModel> GeneratedFiles;
  std::vector<ValueFlowModel> ValueFlow;
  std::vector<ExchangeModel> Exchanges;
  std::vector<KeyMethodModel> KeyMethods;
  std::vector<HolderMethodModel> HolderMethods;
  std::vector<ProxyModel> Proxies;
  std::vector<BorrowingHeaderModel> BorrowingHeaders;
  std::vector<MakerModel> Makers;
  std::vector<OptionReaderModel> OptionReaders;
  std::vector<TempVariableModel> TempVariables;
  /// Functions that a user's rules name, not a shipped pack.
  std::vector<std::string> Own;
};

} // namespace stateless

#endif
