//===- redis++.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of redis-plus-plus' interface that fixtures use: subscribers.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace sw::redis {

using StringView = std::string_view;

class Subscriber {
public:
  Subscriber(Subscriber &&);
  ~Subscriber();
  void on_message(
      std::function<void(std::string channel, std::string msg)> msg_callback);
  void on_pmessage(std::function<void(std::string pattern, std::string channel,
                                      std::string msg)>
                       pmsg_callback);
  void subscribe(const StringView &channel);
  void psubscribe(const StringView &pattern);
  void consume();
};

class Redis {
public:
  explicit Redis(const std::string &uri);
  Subscriber subscriber();
};

} // namespace sw::redis
