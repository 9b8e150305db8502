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
  bool Shared = false; ///< An earlier kind has the same list of Models.
};

/// What all models of a kind have in one of their fields.
template <typename Model, typename T> struct Preset {
  T Model::*Field;
  T Value;
};
template <typename Model, typename T> Preset(T Model::*, T) -> Preset<Model, T>;

/// Calls \p V(ModelKind, &Models::List) or, for a kind that fixes a field,
/// \p V(ModelKind, &Models::List, Preset).
template <typename Visitor> constexpr void visitModelKinds(Visitor &&V) {
  using enum ModelForm;
  V(ModelKind{"file-writers",
              "Functions that open, write, rename or delete files."},
    &Models::Files);
  V(ModelKind{"value-functions",
              "Functions that make one string or path out of others."},
    &Models::Values);
  V(ModelKind{"forwards",
              "Functions whose result names an object inside an argument."},
    &Models::Forwards);
  V(ModelKind{"pure",
              "Functions that take a mutable pointer or reference and change "
              "nothing: a name, or a name and the arguments that are left "
              "alone.",
              Either},
    &Models::Pure);
  V(ModelKind{"entry-points",
              "How code comes to serve requests: calls that register "
              "handlers, and methods that the project overrides."},
    &Models::EntryPoints);
  V(ModelKind{"serving-calls", "Functions that serve until the process ends.",
              Names},
    &Models::Roles, Preset{&RoleModel::Role, CallRole::Serves});
  V(ModelKind{"request-sources",
              "Functions that wait for one connection, request or message; a "
              "loop around one serves.",
              Names, true},
    &Models::Roles, Preset{&RoleModel::Role, CallRole::Receives});
  V(ModelKind{"synchronous-callers",
              "Functions that run the callables that they are given before "
              "they return.",
              Names, true},
    &Models::Roles, Preset{&RoleModel::Role, CallRole::RunsNow});
  V(ModelKind{"allocators",
              "Functions that return memory of its own: what they return is a "
              "new object.",
              Names},
    &Models::Allocators);
  V(ModelKind{"generated-files",
              "Globs over the paths of files that tools generate: methods that "
              "override there are no entry points.",
              Names},
    &Models::GeneratedFiles);
}

/// visitModelMembers<Model>(V) calls \p V(ModelKey, &Model::Field) for each
/// field that rule files give, the one that names the function first.
template <std::same_as<FileModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "kind"}, &M::Kind);
  V(ModelKey{.Key = "path", .Required = true}, &M::Paths);
  V(ModelKey{.Key = "mode", .Needs = "mode-syntax"}, &M::Mode);
  V(ModelKey{.Key = "mode-syntax"}, &M::Syntax);
  V(ModelKey{.Key = "base",
             .Says = "The directory that a relative path is below."},
    &M::Base);
  V(ModelKey{.Key = "implied-mode",
             .Says = "The mode when the call gives none, or that the library "
                     "always adds.",
             .Needs = "mode-syntax"},
    &M::ImpliedMode);
  V(ModelKey{.Key = "display", .Says = "How messages name the function."},
    &M::Display);
}

template <std::same_as<ValueModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "kind", .Required = true}, &M::Kind);
  V(ModelKey{.Key = "arguments"}, &M::Args);
}

template <std::same_as<ForwardModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "argument"}, &M::Argument);
}

template <std::same_as<PureModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function", .Required = true}, &M::Function);
  V(ModelKey{.Key = "arguments"}, &M::Args);
}

template <std::same_as<EntryPointModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "call",
             .Says = "The function that registers.",
             .Alternative = true},
    &M::Call);
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

template <std::same_as<AllocatorModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<GeneratedFileModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "path"}, &M::Path);
}

//===-- What follows from the lists ---------------------------------------===//

/// Calls \p V(&Models::List) for each list of Models, once.
template <typename Visitor> constexpr void visitModelLists(Visitor &&V) {
  visitModelKinds([&](const ModelKind &Kind, auto List, auto...) {
    if (!Kind.Shared)
      V(List);
  });
}

/// Calls \p V(Model) for each model of \p Known.
template <typename Visitor> void visitModels(const Models &Known, Visitor &&V) {
  visitModelLists([&](auto List) {
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
    return M.Call;
  else
    return {};
}

/// Two sets of models with one hash shape the facts of a unit alike. It changes
/// with any field of any model, with their order, and with the lists above.
uint64_t modelHash(const Models &Known);

} // namespace stateless

#endif
