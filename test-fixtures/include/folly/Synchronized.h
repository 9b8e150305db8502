//===- Synchronized.h - Stand-in for the real header ---*- C++ -*-===//
//
// An object behind a lock, which gives it out while that is held.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once
#include <shared_mutex>

namespace folly {

template <class Subject> class LockedPtr {
public:
  Subject *operator->() const;
  Subject &operator*() const;
  explicit operator bool() const;
  void unlock();
};

template <class T, class Mutex> class Synchronized;

template <class Subject> struct SynchronizedBase {
  LockedPtr<Subject> wlock();
  LockedPtr<const Subject> rlock() const;
  template <class Function> auto withWLock(Function &&F) {
    return F(*wlock());
  }
  template <class Function> auto withRLock(Function &&F) const {
    return F(*rlock());
  }
};

template <class T, class Mutex = std::shared_mutex>
class Synchronized : public SynchronizedBase<T> {
public:
  Synchronized();
  explicit Synchronized(T Value);
  T copy() const;
  void swap(T &Other);
  LockedPtr<T> operator->();
};

} // namespace folly
