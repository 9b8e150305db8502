// args: -std=c++17
// librdkafka in C++, with its real header: a loop, and overridden callbacks.
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <string>

static int MessagesBad;  // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeliveredBad; // expect: stateless-mutable-global "DeliveredBad" "'Reports::dr_cb'" confidence proven
static int CalledBad;    // expect: stateless-mutable-global "CalledBad" "'Consumer::consume_cb'" confidence proven
static std::string TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Reports : public RdKafka::DeliveryReportCb {
public:
  void dr_cb(RdKafka::Message &) override { ++DeliveredBad; }
};

class Consumer : public RdKafka::ConsumeCb {
public:
  void consume_cb(RdKafka::Message &, void *) override { ++CalledBad; }
};

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  std::string Error;
  Reports TheReports;
  Consumer TheConsumer;
  std::unique_ptr<RdKafka::Conf> Settings(RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL));
  Settings->set("dr_cb", &TheReports, Error);
  Settings->set("consume_cb", &TheConsumer, Error);
  std::unique_ptr<RdKafka::KafkaConsumer> Client(RdKafka::KafkaConsumer::create(Settings.get(), Error));
  Client->subscribe({TopicOk});
  while (true) {
    std::unique_ptr<RdKafka::Message> Message(Client->consume(1000));
    if (Message->err() == RdKafka::ERR_NO_ERROR)
      ++MessagesBad;
  }
}
