#include "listener.h"
#include <deque>
#include <string>

// As a library declares it.
namespace RdKafka {
struct Message {
  std::string Payload;
};
class KafkaConsumer {
public:
  virtual ~KafkaConsumer() = default;
  virtual Message *consume(int Timeout) = 0;
};
} // namespace RdKafka

static int HandledBad; // expect: stateless-mutable-global "written after start-up by 'handle', on the request loop in 'serveQueue'" confidence proven

static void handle(const RdKafka::Message &) { ++HandledBad; } // expect-fact: write HandledBad

// Where messages come from does not matter: what it overrides says what it is.
class FileConsumer : public RdKafka::KafkaConsumer {
public:
  RdKafka::Message *consume(int) override { return &Last; }

private:
  RdKafka::Message Last;
};

void serveQueue() {
  FileConsumer Consumer;
  while (RdKafka::Message *Next = Consumer.consume(100))
    handle(*Next);
}
