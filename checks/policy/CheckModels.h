//===- CheckModels.h - What checks are told of the world -------*- C++ -*-===//
//
// Models that do not shape the facts: what commands of the shell write, which
// files are devices, which functions run code once, which categories of types
// are no state. They stand below `models`
// in rule files like those of the extractor, and follow from lists of the same
// form (facts/ModelFields.h). It must not know which check asks.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_POLICY_CHECKMODELS_H
#define STATELESS_POLICY_CHECKMODELS_H

#include "facts/ModelFields.h"

namespace stateless {

/// Which operands of a command are files that it changes.
enum class ShellOperands : uint8_t { None, All, Last, AllButFirst };

/// A command of the shell that changes files. Options are given by their
/// letters: "tS" for -t and -S.
struct ShellCommandModel {
  std::vector<std::string> Names; ///< Without folders.
  ShellOperands Writes = ShellOperands::None;
  std::string ValueOptions = {}; ///< Their value may be the next word.
  /// Its value is the folder that is written, in place of the last operand.
  std::string FolderOption = {};
  /// With it all operands are changed but the first, which is a script. Its
  /// value, if any, is part of its word.
  std::string InPlaceOption = {};
  std::string InPlaceWord = {};   ///< The same, as a word: "--in-place".
  std::string ScriptOptions = {}; ///< With one of these no operand is a script.
  std::string Assignment =
      {};              ///< What follows it in an operand is changed: "of=".
  bool Remote = false; ///< An operand "host:path" is no local file.
};

/// A word that only runs the command after it.
struct ShellPrefixModel {
  std::string Word;
};

/// A file that holds nothing, whatever is written there.
struct DeviceModel {
  std::string Path; ///< Absolute, a glob.
};

/// A function that runs what it is given at most once in the process.
struct OnceModel {
  std::string Function;
};

/// Why objects whose type is of an exempt category are no state.
enum class ExemptionReason : uint8_t {
  ExemptType,      ///< They hold nothing that a user cares about.
  Synchronization, ///< They hold no data, nor do members of such a type.
  None,            ///< They may be state after all.
};

/// A category of types (TypeCategories) whose objects are no state.
struct ExemptCategoryModel {
  std::string Category;
  ExemptionReason Reason = ExemptionReason::ExemptType;
};

struct CheckModels {
  std::vector<ShellCommandModel> ShellCommands;
  std::vector<ShellPrefixModel> ShellPrefixes;
  std::vector<DeviceModel> Devices;
  std::vector<OnceModel> OnceCallers;
  std::vector<ExemptCategoryModel> ExemptCategories;
};

template <std::same_as<CheckModels> Owner, typename Visitor>
constexpr void visitModelKinds(Visitor &&V) {
  V(ModelKind{"shell-commands", "Commands of the shell that change files."},
    &Owner::ShellCommands);
  V(ModelKind{"shell-prefixes", "Words that only run the command after them.",
              ModelForm::Names},
    &Owner::ShellPrefixes);
  V(ModelKind{"devices",
              "Files that hold nothing, whatever is written there: absolute, "
              "globs.",
              ModelForm::Names},
    &Owner::Devices);
  V(ModelKind{"once-callers",
              "Functions that run what they are given at most once in the "
              "process.",
              ModelForm::Names},
    &Owner::OnceCallers);
  V(ModelKind{"exempt-categories",
              "Categories of types whose objects are no state: a name, or a "
              "name and why. The first entry of a category counts.",
              ModelForm::Either},
    &Owner::ExemptCategories);
}

template <std::same_as<ShellCommandModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "command",
             .Says = "Its name, or several with the same operands.",
             .Required = true},
    &M::Names);
  V(ModelKey{.Key = "writes", .Says = "Which operands it changes."},
    &M::Writes);
  V(ModelKey{.Key = "value-options",
             .Says = "Letters of options whose value may be the next word."},
    &M::ValueOptions);
  V(ModelKey{.Key = "folder-option",
             .Says = "Letter of the option that names the folder to write to, "
                     "in place of the last operand."},
    &M::FolderOption);
  V(ModelKey{.Key = "in-place-option",
             .Says = "Letter of the option with which all operands are changed "
                     "but the first, a script."},
    &M::InPlaceOption);
  V(ModelKey{.Key = "in-place-word", .Says = "The same option as a word."},
    &M::InPlaceWord);
  V(ModelKey{.Key = "script-options",
             .Says = "Letters of options with which no operand is a script."},
    &M::ScriptOptions);
  V(ModelKey{.Key = "assignment",
             .Says = "The start of an operand that names a file to change: "
                     "\"of=\"."},
    &M::Assignment);
  V(ModelKey{.Key = "remote",
             .Says = "An operand \"host:path\" is no local file."},
    &M::Remote);
}

template <std::same_as<ShellPrefixModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "word"}, &M::Word);
}

template <std::same_as<DeviceModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "path"}, &M::Path);
}

template <std::same_as<OnceModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "function"}, &M::Function);
}

template <std::same_as<ExemptCategoryModel> M, typename Visitor>
constexpr void visitModelMembers(Visitor &&V) {
  V(ModelKey{.Key = "category",
             .Says = "One of 'type-categories', or a new one.",
             .Required = true},
    &M::Category);
  V(ModelKey{.Key = "reason",
             .Says = "It holds nothing that a user cares about; no data, also "
                     "as a member; or it is not exempt after all."},
    &M::Reason);
}

} // namespace stateless

#endif
