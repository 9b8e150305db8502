//===- ModelFields.h - Every field of every model, named once --*- C++ -*-===//
//
// One list of the kinds of models, and for each kind one list of its fields,
// with the keys by which rule files give them. The reader of rule files, their
// schema, `dump rules`, the merging of files, the hash that a cached unit hangs
// on and the index by function all go through here, so that a new kind of
// model is its struct in Models.h and its lines below. It must not know what
// any visitor does, nor what a model is used for.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_MODELFIELDS_H
#define STATELESS_FACTS_MODELFIELDS_H

#include "facts/Models.h"
#include <concepts>
#include <type_traits>

namespace stateless {

/// How rule files give a field. Enumerators are written as words
/// (facts/EnumNames.h), argument positions as numbers or "receiver".
struct ModelKey {
  const char *Key;
  const char *Says = ""; ///< For people, in the schema.
  bool Required = false;
  const char *Needs = ""; ///< Another key that must be given with this one.
  /// One of several of which a model gives exactly one.
  bool Alternative = false;
  /// The alternative without which the key makes no sense.
  const char *With = "";
};

enum class ModelForm : uint8_t {
  Entries, ///< A list of maps.
  Names,   ///< A list of texts: of each model the first field.
  Either,  ///< A list of both.
};

/// A list below `models` in rule files.
struct ModelKind {
  const char *Key;
  const char *Says = "";
  ModelForm Form = ModelForm::Entries;
  /// An earlier kind has the same list of Models. Without a Preset this is
  /// another key for the same models: dumps print them by the earlier one.
  bool Shared = false;
  const char *Needs = ""; ///< One more key that each of its entries must have.
};

/// True if each model of \p Kind has the key \p Field, if that makes sense.
inline bool isRequired(const ModelKey &Field, const ModelKind &Kind) {
  return Field.Required || llvm::StringRef(Kind.Needs) == Field.Key;
}

/// What all models of a kind have in one of their fields.
template <typename Model, typename T> struct Preset {
  T Model::*Field;
  T Value;
};
template <typename Model, typename T> Preset(T Model::*, T) -> Preset<Model, T>;

/// visitModelKinds<Owner>(V) calls \p V(ModelKind, &Owner::List) or, for a kind
/// that fixes a field, \p V(ModelKind, &Owner::List, Preset).
template <std::same_as<Models> Owner, typename Visitor>
constexpr void visitModelKinds(Visitor &&V) {
  using enum ModelForm;
  V(ModelKind{.Key = "operations",
              .Says = "Functions that do something to the world: what kind of "
                      "thing, and which arguments say with what.",
              .Needs = "kind"},
    &Owner::Operations);
  V(ModelKind{.Key = "file-writers",
              .Says = "Functions that open, write, rename or delete files: "
                      "operations that have a path.",
              .Shared = true,
              .Needs = "path"},
    &Owner::Operations);
  V(ModelKind{"settings",
              "Functions that set the folder that functions of their framework "
              "write to."},
    &Owner::Settings);
  V(ModelKind{"value-functions",
              "Functions that make one string or path out of others."},
    &Owner::Values);
  V(ModelKind{"forwards",
              "Functions whose result names an object inside an argument."},
    &Owner::Forwards);
  V(ModelKind{"pure",
              "Functions that take a mutable pointer or reference and change "
              "nothing: a name, or a name and the arguments that are left "
              "alone.",
              Either},
    &Owner::Pure);
  V(ModelKind{"overwriters",
              "Functions that give what they change a content that does not "
              "depend on the old one: a name, if that is their object, or a "
              "name and the arguments.",
              Either},
    &Owner::Overwriters);
  V(ModelKind{"loggers",
              "Functions that tell people what they are given, and do nothing "
              "else with it: what only they read is a diagnostic.",
              Either},
    &Owner::Loggers);
  V(ModelKind{"log-streams",
              "Variables of libraries that are streams for people.", Names},
    &Owner::LogStreams);
  V(ModelKind{"entry-points",
              "How code comes to serve requests: calls that register "
              "handlers, and methods that the project overrides."},
    &Owner::EntryPoints);
  V(ModelKind{"serving-calls",
              "Functions that serve, of which it is not known whether they "
              "return before that is over.",
              Names},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::Serves});
  V(ModelKind{"blocking-servers",
              "Functions that serve and return only when that is over.", Names,
              true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::ServesToEnd});
  V(ModelKind{"server-starters",
              "Functions that start to serve in the background and return at "
              "once.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::StartsServer});
  V(ModelKind{"server-turns",
              "Functions that serve for one turn; a loop around one serves.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::ServesOnce});
  V(ModelKind{"request-sources",
              "Functions that wait for one connection, request or message; a "
              "loop around one serves.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::Receives});
  V(ModelKind{"event-waits",
              "Functions that wait until something happens to one of several "
              "files; a loop around one and around what may take a request "
              "serves.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::Waits});
  V(ModelKind{"sending-calls",
              "Functions that send: a request source that then waits on the "
              "same socket waits for an answer. A name alone: it sends on its "
              "object or, without one, on the first argument.",
              Either},
    &Owner::Senders);
  V(ModelKind{"synchronous-callers",
              "Functions that run the callables that they are given before "
              "they return.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::RunsNow});
  V(ModelKind{"forking-calls",
              "Functions that copy the process, and return 0 in the copy.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::Forks});
  V(ModelKind{"process-ends",
              "Functions that end the process, or make another program of it.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::EndsProcess});
  V(ModelKind{"shared-memory",
              "Functions that make memory which several processes may have.",
              Names, true},
    &Owner::Roles, Preset{&RoleModel::Role, CallRole::SharesMemory});
  V(ModelKind{"awaiting-calls",
              "Functions that return when a thread or task has run: a name, if "
              "its object stands for that.",
              Either},
    &Owner::Awaits);
  V(ModelKind{"allocators",
              "Functions that return memory of its own: what they return is a "
              "new object.",
              Names},
    &Owner::Allocators);
  V(ModelKind{"generated-files",
              "Globs over the paths of files that tools generate: methods that "
              "override there are no entry points.",
              Names},
    &Owner::GeneratedFiles);
  V(ModelKind{"value-flow",
              "What becomes of the addresses that functions of libraries are "
              "given. What is not listed is borrowed: not used when the call "
              "has returned. A name alone: all is borrowed.",
              Either},
    &Owner::ValueFlow);
  V(ModelKind{"exchanges",
              "Methods that give their arguments what their object held.",
              Names},
    &Owner::Exchanges);
  V(ModelKind{"key-methods",
              "Methods of containers that look up their first argument as a "
              "key."},
    &Owner::KeyMethods);
  V(
      ModelKind{
          "holder-methods",
          "Methods that hand out what their object holds and change nothing "
          "by themselves, though they are not const.",
          Names},
      &Owner::HolderMethods);
  V(ModelKind{"proxies",
              "Classes whose objects stand for another one, although a "
              "constant object gives out a constant.",
              Names},
    &Owner::Proxies);
  V(ModelKind{"borrowing-headers",
              "Globs over the paths of headers of C libraries whose functions "
              "borrow what they are given.",
              Names},
    &Owner::BorrowingHeaders);
  V(ModelKind{"makers", "Functions that make objects of what they are given."},
    &Owner::Makers);
  V(ModelKind{"option-readers",
              "Functions that read the options of the command line: a loop "
              "around one serves nobody.",
              Names},
    &Owner::OptionReaders);
  V(ModelKind{"temporary-variables",
              "Environment variables that name the directory for temporary "
              "files.",
              Names},
    &Owner::TempVariables);
}

/// What says of which functions of its name a model speaks.
template <typename M, typename Visitor>
constexpr void visitChoice(Visitor &&V) {
  V(ModelKey{.Key = "parameters",
             .Says = "The types of the first parameters, as globs: an overload "
                     "with others, or with fewer, is another function."},
    &M::Parameters);
  V(ModelKey{.Key = "class-arguments",
             .Says = "The first template arguments of the function's class, or "
                     "of the one around that, as globs."},
    &M::ClassArguments);
}

/// visitModelMembers<Model>(V) calls \p V(ModelKey, &Model::Field) for each
/// field that rule files give, the one that names the function first.
template <std::same_as<OperationModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "kind"}, &M::Kind);
#define VALUE_ROLE(NAME, KEY, FORM, NEEDS, SAYS)                               \
  V(ModelKey{.Key = KEY, .Says = SAYS, .Needs = NEEDS}, &M::NAME);
#include "facts/ValueRoles.def"
  V(ModelKey{.Key = "mode-syntax"}, &M::Syntax);
  V(ModelKey{.Key = "base",
             .Says = "The directory that a relative path is below.",
             .Needs = "path"},
    &M::Base);
  V(ModelKey{.Key = "implied-mode",
             .Says = "The mode when the call gives none, or that the library "
                     "always adds.",
             .Needs = "mode-syntax"},
    &M::ImpliedMode);
  V(ModelKey{.Key = "display", .Says = "How messages name the function."},
    &M::Display);
  V(ModelKey{.Key = "path-after",
             .Says = "The path is what follows one of these in its text, up to "
                     "a blank or a semicolon; `*`: all of a text without `=`.",
             .Needs = "path"},
    &M::PathAfter);
  V(ModelKey{.Key = "setting",
             .Says = "The setting that is the path, or the folder that a "
                     "relative path is below."},
    &M::Setting);
  V(ModelKey{.Key = "setting-default",
             .Says = "The path if nothing sets it.",
             .Needs = "setting"},
    &M::SettingDefault);
  V(ModelKey{.Key = "keeps",
             .Says = "What kind of data is kept in the process (`session`)."},
    &M::Keeps);
  V(ModelKey{.Key = "configured",
             .Says = "A configuration says whether that is in the process.",
             .Needs = "keeps"},
    &M::Configured);
  V(ModelKey{.Key = "folder", .Says = "It makes a folder, and no file."},
    &M::Folder);
  V(ModelKey{.Key = "selector",
             .Says = "Macros: only calls whose first argument is one of them."},
    &M::Selector);
  visitChoice<M>(V);
}

template <std::same_as<SettingModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "setting", .Required = true}, &M::Setting);
  V(ModelKey{.Key = "value",
             .Says = "The argument that is the folder. Without it, a "
                     "configuration file tells it."},
    &M::Value);
}

template <std::same_as<ValueModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "kind", .Required = true}, &M::Kind);
  V(ModelKey{.Key = "arguments"}, &M::Args);
  V(ModelKey{.Key = "below",
             .Says = "The folder that the joined path is below."},
    &M::Below);
  visitChoice<M>(V);
}

template <std::same_as<ForwardModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "argument"}, &M::Argument);
  V(ModelKey{.Key = "last-argument",
             .Says = "Overloads with arguments behind this one are other "
                     "functions."},
    &M::Last);
}

template <std::same_as<PureModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "arguments"}, &M::Args);
}

template <std::same_as<OverwriterModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "arguments"}, &M::Args);
  V(ModelKey{.Key = "size",
             .Says = "The argument that says how much; what is no constant may "
                     "be less than all."},
    &M::Size);
  V(ModelKey{.Key = "may-fail",
             .Says = "It may leave all as it is, and its result tells: where "
                     "nobody looks at that, it overwrites nothing."},
    &M::MayFail);
}

template <std::same_as<LoggerModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "stream",
             .Says =
                 "The argument that is the stream: only log streams count."},
    &M::Stream);
}

template <std::same_as<LogStreamModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "variable", .Required = true}, &M::Variable);
}

template <std::same_as<EntryPointModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "call",
             .Says = "The function that registers.",
             .Alternative = true},
    &M::Call);
  V(ModelKey{.Key = "field",
             .Says = "The field of a library's object that handlers are put "
                     "into, \"Class::field\".",
             .Alternative = true},
    &M::Field);
  V(ModelKey{.Key = "override",
             .Says = "The method that is overridden, \"Class::method\"; Class "
                     "may be any base of the class that declares it.",
             .Alternative = true},
    &M::Override);
  V(ModelKey{.Key = "handler",
             .Says = "The argument that is the handler.",
             .Required = true,
             .With = "call"},
    &M::Handlers);
  V(ModelKey{.Key = "members",
             .Says = "The methods that are called of the handler, which is an "
                     "object."},
    &M::Members);
  V(ModelKey{.Key = "route",
             .Says = "The argument that is the path; several are put together.",
             .With = "call"},
    &M::Route);
  V(ModelKey{.Key = "route-call",
             .Says = "The earlier call, on the same object or in the same "
                     "chain, that has the route.",
             .Needs = "route",
             .With = "call"},
    &M::RouteCall);
  V(ModelKey{.Key = "method", .Says = "The HTTP method."}, &M::Method);
  V(ModelKey{.Key = "method-argument",
             .Says = "The argument that is the HTTP method."},
    &M::Verb);
  V(ModelKey{.Key = "kind"}, &M::Kind);
  V(ModelKey{.Key = "once",
             .Says = "The handler runs once, when an operation ends.",
             .With = "call"},
    &M::Once);
}

template <std::same_as<RoleModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function); // The kind says the role.
}

template <std::same_as<SenderModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "socket", .Says = "The argument that it sends on."},
    &M::Socket);
}

template <std::same_as<AwaitModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "handle",
             .Says = "The argument that stands for what is awaited (default: "
                     "the object)."},
    &M::Handle);
  V(ModelKey{.Key = "test",
             .Says = "A method that says whether there is something to wait "
                     "for."},
    &M::Test);
}

template <std::same_as<AllocatorModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<GeneratedFileModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "path"}, &M::Path);
}

template <std::same_as<ValueFlowModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "keeps", .Says = "Kept when the call has returned."},
    &M::Keeps);
  V(ModelKey{.Key = "copies",
             .Says = "What they point to is copied, and what that holds is "
                     "kept."},
    &M::Copies);
  V(ModelKey{.Key = "fills",
             .Says = "What they point to is filled with what was kept."},
    &M::Fills);
  V(ModelKey{.Key = "returns",
             .Says = "Handed on: all that the result may lead to."},
    &M::Returns);
  V(ModelKey{.Key = "returns-kept", .Says = "The result is what was kept."},
    &M::ReturnsKept);
}

template <std::same_as<ExchangeModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<KeyMethodModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "kind", .Required = true}, &M::Kind);
}

template <std::same_as<HolderMethodModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<ProxyModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "class"}, &M::Class);
}

template <std::same_as<BorrowingHeaderModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "path"}, &M::Path);
}

template <std::same_as<MakerModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "makes",
             .Says = "An object of the first template argument; an element of "
                     "the container; or something that holds what is given."},
    &M::Makes);
}

template <std::same_as<OptionReaderModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<TempVariableModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "variable"}, &M::Variable);
}

//===-- What follows from the lists ---------------------------------------===//

/// Calls \p V(&Owner::List) for each list of \p Owner, once.
template <typename Owner, typename Visitor>
constexpr void visitModelLists(Visitor &&V) {
  visitModelKinds<Owner>([&](const ModelKind &Kind, auto List, auto...) {
    if (!Kind.Shared)
      V(List);
  });
}

/// Calls \p V(Model) for each model of \p Known.
template <typename Owner, typename Visitor>
void visitModels(const Owner &Known, Visitor &&V) {
  visitModelLists<Owner>([&](auto List) {
    for (const auto &Model : Known.*List)
      V(Model);
  });
}

/// The function that \p M speaks of, or a glob over such; empty if it speaks of
/// none that is called.
template <typename Model> llvm::StringRef functionOf(const Model &M) {
  if constexpr (requires { M.Function; })
    return M.Function;
  else if constexpr (requires { M.Call; })
    return M.Call.empty() ? M.Field : M.Call;
  else
    return {};
}

/// Two sets of models with one hash shape the facts of a unit alike. It changes
/// with any field of any model, with their order, and with the lists above.
uint64_t modelHash(const Models &Known);

} // namespace stateless

#endif
