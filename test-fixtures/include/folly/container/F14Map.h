//===- F14Map.h - Stand-in for the real header ---*- C++ -*-===//
//
// The F14 maps of Folly: their methods are those of a base class.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

namespace folly {
namespace f14 {
namespace detail {

template <typename K, typename V> class F14BasicMap {
public:
  using key_type = K;
  using mapped_type = V;
  using value_type = std::pair<const K, V>;
  using size_type = std::size_t;
  using iterator = value_type *;
  using const_iterator = const value_type *;

  F14BasicMap();
  ~F14BasicMap();
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  bool empty() const;
  size_type size() const;
  mapped_type &operator[](const key_type &key);
  mapped_type &at(const key_type &key);
  const mapped_type &at(const key_type &key) const;
  iterator find(const key_type &key);
  const_iterator find(const key_type &key) const;
  size_type count(const key_type &key) const;
  bool contains(const key_type &key) const;
  std::pair<iterator, bool> insert(const value_type &value);
  template <typename... Args> std::pair<iterator, bool> emplace(Args &&...args);
  template <typename... Args>
  std::pair<iterator, bool> try_emplace(const key_type &key, Args &&...args);
  size_type erase(const key_type &key);
  void clear();
};

} // namespace detail
} // namespace f14

template <typename Key, typename Mapped, typename Hasher = std::hash<Key>,
          typename KeyEqual = std::equal_to<Key>>
class F14FastMap : public f14::detail::F14BasicMap<Key, Mapped> {
public:
  F14FastMap() = default;
};

template <typename Key, typename Mapped, typename Hasher = std::hash<Key>,
          typename KeyEqual = std::equal_to<Key>>
class F14NodeMap : public f14::detail::F14BasicMap<Key, Mapped> {
public:
  F14NodeMap() = default;
};

} // namespace folly
