//===- cppkafka.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of cppkafka's interface that fixtures use: consumers.
// Declarations, and empty bodies where lambdas instantiate a template, for
// fixtures that are compiled but never linked. It must not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

namespace cppkafka {

class Buffer {
public:
  operator std::string() const;
};

class Message {
public:
  explicit operator bool() const;
  const Buffer &get_payload() const;
};

class Error {};

class Configuration {
public:
  struct Option {
    Option(const char *key, const char *value);
  };
  Configuration(std::initializer_list<Option> options);
};

class Consumer {
public:
  Consumer(Configuration config);
  void subscribe(const std::vector<std::string> &topics);
  Message poll();
  std::vector<Message> poll_batch(std::size_t max_batch_size);
  void commit(const Message &msg);
};

template <typename ConsumerType> class BasicConsumerDispatcher {
public:
  BasicConsumerDispatcher(ConsumerType &consumer);
  template <typename... Args> void run(const Args &...args) {}
  void stop();
};
using ConsumerDispatcher = BasicConsumerDispatcher<Consumer>;

} // namespace cppkafka
