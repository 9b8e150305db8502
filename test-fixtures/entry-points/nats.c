// args: -std=c17
// NATS, with its real header: subscriptions with a subject, and a loop around the
// call that returns a message.
#include <nats/nats.h>

static int OrdersBad;   // expect: stateless-mutable-global "OrdersBad" "written after start-up by 'order'" "'orders'" confidence proven
static int InvoicesBad; // expect: stateless-mutable-global "InvoicesBad" "written after start-up by 'invoice'" "'invoices'" confidence proven
static int PulledBad;   // expect: stateless-mutable-global "PulledBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static const char *ServerOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void order(natsConnection *Connection, natsSubscription *Subscription, natsMsg *Message, void *Data) {
  (void)Connection, (void)Subscription, (void)Data;
  ++OrdersBad;
  natsMsg_Destroy(Message);
}

static void invoice(natsConnection *Connection, natsSubscription *Subscription, natsMsg *Message, void *Data) {
  (void)Connection, (void)Subscription, (void)Data;
  ++InvoicesBad;
  natsMsg_Destroy(Message);
}

int main(int Argc, char **Argv) {
  ServerOk = Argc > 1 ? Argv[1] : "nats://127.0.0.1:4222";
  natsConnection *Connection = NULL;
  natsSubscription *Orders = NULL, *Invoices = NULL, *Others = NULL;
  natsConnection_ConnectTo(&Connection, ServerOk);
  natsConnection_Subscribe(&Orders, Connection, "orders", order, NULL);
  natsConnection_QueueSubscribe(&Invoices, Connection, "invoices", "workers", invoice, NULL);
  natsConnection_SubscribeSync(&Others, Connection, "others");
  natsMsg *Message = NULL;
  while (natsSubscription_NextMsg(&Message, Others, 10000) == NATS_OK) {
    ++PulledBad;
    natsMsg_Destroy(Message);
  }
  return 0;
}
