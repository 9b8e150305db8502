//===- EnumNames.h - Enumerators as text -----------------------*- C++ -*-===//
//
// The names and the number of an enum's enumerators, as the compiler spells
// them: dumps print them, the format's version depends on them, and the reader
// of bytes checks values against them. It must not know any particular enum.
//
//===----------------------------------------------------------------------===//
#ifndef STATELESS_FACTS_ENUMNAMES_H
#define STATELESS_FACTS_ENUMNAMES_H

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stateless {
namespace detail {

/// Enumerators beyond this one are not found; enumName() then asserts.
constexpr size_t MaxEnumerators = 32;

/// "Record" for TypeKind::Record; "" for a value that has no enumerator.
template <auto Enumerator> constexpr std::string_view enumeratorName() {
  // Clang and GCC end this with "Enumerator = ns::Kind::Record]" or, without
  // an enumerator, "Enumerator = (ns::Kind)12]".
  std::string_view Text = __PRETTY_FUNCTION__;
  size_t Begin = Text.find("Enumerator = ") + 13;
  Text = Text.substr(Begin, Text.find_first_of("];", Begin) - Begin);
  if (Text.empty() || Text.front() == '(')
    return {};
  return Text.substr(Text.rfind(':') + 1);
}

template <typename Enum, size_t... Is>
constexpr auto enumeratorNames(std::index_sequence<Is...>) {
  return std::array<std::string_view, sizeof...(Is)>{
      enumeratorName<static_cast<Enum>(Is)>()...};
}

template <typename Enum>
constexpr auto EnumeratorNames =
    enumeratorNames<Enum>(std::make_index_sequence<MaxEnumerators>());

} // namespace detail

/// The number of enumerators of \p Enum, which count from 0 without gaps.
template <typename Enum> constexpr size_t enumCount() {
  size_t Count = 0;
  while (Count < detail::MaxEnumerators &&
         !detail::EnumeratorNames<Enum>[Count].empty())
    ++Count;
  return Count;
}

template <typename Enum> constexpr std::string_view enumName(Enum E) {
  static_assert(enumCount<Enum>() > 0 &&
                enumCount<Enum>() < detail::MaxEnumerators);
  return detail::EnumeratorNames<Enum>[static_cast<size_t>(E)];
}

/// As rule files write it: "log-sink" for LogSink.
template <typename Enum> std::string enumWord(Enum E) {
  std::string Word;
  for (char C : enumName(E)) {
    bool Upper = C >= 'A' && C <= 'Z';
    if (Upper && !Word.empty())
      Word += '-';
    Word += Upper ? static_cast<char>(C - 'A' + 'a') : C;
  }
  return Word;
}

/// All words of \p Enum, in the order of the enumerators.
template <typename Enum> std::vector<std::string> enumWords() {
  std::vector<std::string> Words;
  for (size_t I = 0; I < enumCount<Enum>(); ++I)
    Words.push_back(enumWord(static_cast<Enum>(I)));
  return Words;
}

} // namespace stateless

#endif
