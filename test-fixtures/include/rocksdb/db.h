//===- db.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of RocksDB's interface that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <string>

#define ROCKSDB_NAMESPACE rocksdb

namespace ROCKSDB_NAMESPACE {

class Status {
public:
  bool ok() const;
};

struct DBOptions {
  bool create_if_missing = false;
};

struct Options : public DBOptions {};

class DB {
public:
  static Status Open(const Options &options, const std::string &name,
                     DB **dbptr);
  static Status OpenForReadOnly(const Options &options, const std::string &name,
                                DB **dbptr,
                                bool error_if_wal_file_exists = false);
  virtual ~DB();
};

} // namespace ROCKSDB_NAMESPACE
