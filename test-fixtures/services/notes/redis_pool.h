//===- redis_pool.h - Connections to Redis ---------------------*- C++ -*-===//
//
// A connection is taken for one request and given back after it. The pool
// keeps no data of any request.
//
//===----------------------------------------------------------------------===//
#ifndef NOTES_REDIS_POOL_H
#define NOTES_REDIS_POOL_H

#include <hiredis/hiredis.h>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace notes {

class RedisPool {
public:
  explicit RedisPool(int port) : port_(port) {}
  ~RedisPool();
  RedisPool(const RedisPool &) = delete;

  /// A connection that works, or null.
  redisContext *take();
  void give(redisContext *context);

private:
  const int port_;
  std::mutex mutex_;
  std::vector<redisContext *> idle_;
};

/// One command after the other, over a connection of the pool.
class Redis {
public:
  explicit Redis(RedisPool &pool) : pool_(pool), context_(pool.take()) {}
  ~Redis() { pool_.give(context_); }
  Redis(const Redis &) = delete;

  /// The reply as text; nothing if there is none, or no connection.
  std::optional<std::string> ask(const std::vector<std::string> &words);

private:
  RedisPool &pool_;
  redisContext *context_;
};

} // namespace notes

#endif
