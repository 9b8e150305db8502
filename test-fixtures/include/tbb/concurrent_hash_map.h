//===- concurrent_hash_map.h - Stand-in for the real header ---*- C++ -*-===//
//
// The concurrent hash map of oneTBB, with its accessors.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

namespace tbb {
namespace detail {
namespace d2 {

template <typename Key> struct tbb_hash_compare {};

template <typename Key, typename T,
          typename HashCompare = tbb_hash_compare<Key>>
class concurrent_hash_map {
public:
  using key_type = Key;
  using mapped_type = T;
  using value_type = std::pair<const Key, T>;
  using size_type = std::size_t;

  class const_accessor {
  public:
    const value_type &operator*() const;
    const value_type *operator->() const;
    void release();
  };

  class accessor : public const_accessor {
  public:
    value_type &operator*() const;
    value_type *operator->() const;
  };

  concurrent_hash_map();
  ~concurrent_hash_map();
  size_type size() const;
  size_type count(const Key &key) const;
  bool find(const_accessor &result, const Key &key) const;
  bool find(accessor &result, const Key &key);
  bool insert(accessor &result, const Key &key);
  bool insert(const value_type &value);
  bool erase(const Key &key);
  void clear();
};

} // namespace d2
} // namespace detail

inline namespace v1 {
using detail::d2::concurrent_hash_map;
} // namespace v1
} // namespace tbb
