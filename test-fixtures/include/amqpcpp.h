//===- amqpcpp.h - Stand-in for the real header ---*- C++ -*-===//
//
// The part of AMQP-CPP's interface that fixtures use: channels and consumers.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace AMQP {

class Connection;

class Message {
public:
  const char *body() const;
  std::uint64_t bodySize() const;
};

using SuccessCallback = std::function<void()>;
using MessageCallback = std::function<void(
    const Message &message, std::uint64_t deliveryTag, bool redelivered)>;
using ErrorCallback = std::function<void(const char *message)>;

class Deferred {
public:
  Deferred &onSuccess(const SuccessCallback &callback);
  Deferred &onError(const ErrorCallback &callback);
};
class DeferredReceiver : public Deferred {};
class DeferredExtReceiver : public DeferredReceiver {};
class DeferredConsumer : public DeferredExtReceiver {
public:
  DeferredConsumer &onReceived(const MessageCallback &callback);
  DeferredConsumer &onReceived(MessageCallback &&callback);
  DeferredConsumer &onMessage(const MessageCallback &callback);
  DeferredConsumer &onMessage(MessageCallback &&callback);
};

class Channel {
public:
  Channel(Connection *connection);
  virtual ~Channel();
  DeferredConsumer &consume(const std::string_view &queue, int flags = 0);
  bool ack(std::uint64_t deliveryTag, int flags = 0);
};

class ConnectionHandler {
public:
  virtual ~ConnectionHandler();
  virtual void onData(Connection *connection, const char *buffer,
                      std::size_t size) = 0;
};

class Connection {
public:
  Connection(ConnectionHandler *handler);
  std::uint64_t parse(const char *buffer, std::size_t size);
};

} // namespace AMQP
