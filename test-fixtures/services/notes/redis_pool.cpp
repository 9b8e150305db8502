//===- redis_pool.cpp - Connections to Redis ------------------------------===//
#include "redis_pool.h"

namespace notes {

RedisPool::~RedisPool() {
  for (redisContext *context : idle_)
    redisFree(context);
}

redisContext *RedisPool::take() {
  {
    std::lock_guard<std::mutex> guard(mutex_);
    if (!idle_.empty()) {
      redisContext *context = idle_.back();
      idle_.pop_back();
      return context;
    }
  }
  redisContext *context = redisConnect("127.0.0.1", port_);
  if (context && context->err) {
    redisFree(context);
    return nullptr;
  }
  return context;
}

void RedisPool::give(redisContext *context) {
  if (!context)
    return;
  if (context->err) {
    redisFree(context);
    return;
  }
  std::lock_guard<std::mutex> guard(mutex_);
  idle_.push_back(context);
}

std::optional<std::string>
Redis::ask(const std::vector<std::string> &words) {
  if (!context_)
    return std::nullopt;
  std::vector<const char *> arguments;
  std::vector<size_t> lengths;
  for (const std::string &word : words) {
    arguments.push_back(word.data());
    lengths.push_back(word.size());
  }
  auto *reply = static_cast<redisReply *>(
      redisCommandArgv(context_, static_cast<int>(words.size()),
                       arguments.data(), lengths.data()));
  if (!reply)
    return std::nullopt;
  std::optional<std::string> answer;
  if (reply->type == REDIS_REPLY_INTEGER)
    answer = std::to_string(reply->integer);
  else if (reply->type == REDIS_REPLY_STRING ||
           reply->type == REDIS_REPLY_STATUS)
    answer = std::string(reply->str, reply->len);
  freeReplyObject(reply);
  return answer;
}

} // namespace notes
