// args: -std=gnu17
// rabbitmq-c, with its real header: a loop around a call that returns a message.
#include <amqp.h>
#include <amqp_tcp_socket.h>

static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeepBad;     // expect: stateless-mutable-global "DeepBad" "written after start-up by 'process'" "the request loop in 'main'" confidence proven
static const char *QueueOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void process(const amqp_envelope_t *Envelope) { DeepBad += (int)Envelope->message.body.len; }

int main(int Argc, char **Argv) {
  QueueOk = Argc > 1 ? Argv[1] : "orders";
  amqp_connection_state_t Connection = amqp_new_connection();
  amqp_socket_open(amqp_tcp_socket_new(Connection), "127.0.0.1", 5672);
  amqp_channel_open(Connection, 1);
  amqp_basic_consume(Connection, 1, amqp_cstring_bytes(QueueOk), amqp_empty_bytes, 0, 1, 0, amqp_empty_table);
  for (;;) {
    amqp_envelope_t Envelope;
    amqp_rpc_reply_t Reply = amqp_consume_message(Connection, &Envelope, NULL, 0);
    if (Reply.reply_type != AMQP_RESPONSE_NORMAL)
      break;
    ++MessagesBad;
    process(&Envelope);
    amqp_destroy_envelope(&Envelope);
  }
  return 0;
}
