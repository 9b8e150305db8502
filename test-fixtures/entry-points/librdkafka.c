// args: -std=c17
// librdkafka in C, with its real header: a loop around a call that returns a
// message, and callbacks.
#include <librdkafka/rdkafka.h>
#include <string.h>

static int MessagesBad;   // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeepBad;       // expect: stateless-mutable-global "DeepBad" "written after start-up by 'process'" "the request loop in 'main'" confidence proven
static int DeliveredBad;  // expect: stateless-mutable-global "DeliveredBad" "written after start-up by 'delivered'" "consumer registered by 'rd_kafka_conf_set_dr_msg_cb'" confidence proven
static int RebalancedBad; // expect: stateless-mutable-global "RebalancedBad" "written after start-up by 'rebalanced'" "consumer registered by 'rd_kafka_conf_set_rebalance_cb'" confidence proven
static const char *TopicOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void process(const rd_kafka_message_t *Message) { DeepBad += (int)Message->len; }

static void delivered(rd_kafka_t *Client, const rd_kafka_message_t *Message, void *Data) {
  (void)Client, (void)Message, (void)Data;
  ++DeliveredBad;
}

static void rebalanced(rd_kafka_t *Client, rd_kafka_resp_err_t Error, rd_kafka_topic_partition_list_t *Partitions,
                       void *Data) {
  (void)Error, (void)Data;
  ++RebalancedBad;
  rd_kafka_assign(Client, Partitions);
}

int main(int Argc, char **Argv) {
  TopicOk = Argc > 1 ? Argv[1] : "orders";
  char Error[512];
  rd_kafka_conf_t *Settings = rd_kafka_conf_new();
  rd_kafka_conf_set(Settings, "group.id", "hits", Error, sizeof Error);
  rd_kafka_conf_set_dr_msg_cb(Settings, delivered);
  rd_kafka_conf_set_rebalance_cb(Settings, rebalanced);
  rd_kafka_t *Client = rd_kafka_new(RD_KAFKA_CONSUMER, Settings, Error, sizeof Error);
  rd_kafka_topic_partition_list_t *Topics = rd_kafka_topic_partition_list_new(1);
  rd_kafka_topic_partition_list_add(Topics, TopicOk, RD_KAFKA_PARTITION_UA);
  rd_kafka_subscribe(Client, Topics);
  for (;;) {
    rd_kafka_message_t *Message = rd_kafka_consumer_poll(Client, 100);
    if (!Message)
      continue;
    ++MessagesBad;
    process(Message);
    rd_kafka_message_destroy(Message);
  }
}
