//===- db.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of LevelDB's interface that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

namespace leveldb {

class Status {
public:
  bool ok() const;
};

struct Options {
  bool create_if_missing = false;
};

class DB {
public:
  static Status Open(const Options &options, const std::string &name,
                     DB **dbptr);
  DB() = default;
  DB(const DB &) = delete;
  DB &operator=(const DB &) = delete;
  virtual ~DB();
};

Status DestroyDB(const std::string &name, const Options &options);

} // namespace leveldb
