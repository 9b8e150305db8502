// args: -std=gnu17
// libcoap, with its real headers: handlers of methods of a resource, of unknown
// resources, of answers and of events.
#include <coap3/coap.h>

static int GotBad;     // expect: stateless-mutable-global "written after start-up by 'get'" "coap_register_request_handler" confidence proven
static int PutBad;     // expect: stateless-mutable-global "written after start-up by 'put'" "coap_register_handler" confidence proven
static int UnknownBad; // expect: stateless-mutable-global "written after start-up by 'unknown'" "coap_resource_unknown_init" confidence proven
static int AnswersBad; // expect: stateless-mutable-global "written after start-up by 'answered'" "coap_register_response_handler" confidence proven
static int EventsBad;  // expect: stateless-mutable-global "written after start-up by 'happened'" "coap_register_event_handler" confidence proven
static int PortOk;     // expect-benign: stateless-mutable-global "written only at start-up"

static void get(coap_resource_t *Resource, coap_session_t *Session, const coap_pdu_t *Request,
                const coap_string_t *Query, coap_pdu_t *Response) {
  (void)Resource, (void)Session, (void)Request, (void)Query;
  GotBad += PortOk;
  coap_pdu_set_code(Response, COAP_RESPONSE_CODE_CONTENT);
}

static void put(coap_resource_t *Resource, coap_session_t *Session, const coap_pdu_t *Request,
                const coap_string_t *Query, coap_pdu_t *Response) {
  (void)Resource, (void)Session, (void)Request, (void)Query;
  ++PutBad;
  coap_pdu_set_code(Response, COAP_RESPONSE_CODE_CHANGED);
}

static void unknown(coap_resource_t *Resource, coap_session_t *Session, const coap_pdu_t *Request,
                    const coap_string_t *Query, coap_pdu_t *Response) {
  (void)Resource, (void)Session, (void)Request, (void)Query, (void)Response;
  ++UnknownBad;
}

static coap_response_t answered(coap_session_t *Session, const coap_pdu_t *Sent, const coap_pdu_t *Received,
                                const coap_mid_t Id) {
  (void)Session, (void)Sent, (void)Received, (void)Id;
  ++AnswersBad;
  return COAP_RESPONSE_OK;
}

static int happened(coap_session_t *Session, const coap_event_t Event) {
  (void)Session, (void)Event;
  return ++EventsBad;
}

int main(int Count, char **Arguments) {
  (void)Arguments;
  PortOk = 5683 + Count;
  coap_context_t *Context = coap_new_context(NULL);
  coap_resource_t *Clock = coap_resource_init(coap_make_str_const("clock"), 0);
  coap_register_request_handler(Clock, COAP_REQUEST_GET, get);
  coap_register_handler(Clock, COAP_REQUEST_PUT, put);
  coap_add_resource(Context, Clock);
  coap_add_resource(Context, coap_resource_unknown_init(unknown));
  coap_register_response_handler(Context, answered);
  coap_register_event_handler(Context, happened);
  while (coap_io_process(Context, COAP_IO_WAIT) >= 0)
    ;
}
