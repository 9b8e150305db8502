// args: -std=gnu17
// libuv, with its real header.
#include <stdlib.h>
#include <string.h>
#include <uv.h>

static int AcceptedBad; // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'accepted'" "handler registered by 'uv_listen'" confidence proven
static int ReadsBad;    // expect: stateless-mutable-global "ReadsBad" "written after start-up by 'received'" confidence proven
static int BuffersBad;  // expect: stateless-mutable-global "BuffersBad" "written after start-up by 'allocate'" confidence proven
static int WrittenBad;  // expect: stateless-mutable-global "WrittenBad" "written after start-up by 'written'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "written after start-up by 'tick'" "the timer of 'uv_timer_start'" confidence proven
static int WorkedBad;   // expect: stateless-mutable-global "WorkedBad" "written after start-up by 'work'" confidence likely
static int SignalsBad;  // expect: stateless-mutable-global "SignalsBad" "written after start-up by 'signalled'" confidence likely
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void allocate(uv_handle_t *Handle, size_t Size, uv_buf_t *Buffer) {
  (void)Handle;
  ++BuffersBad;
  *Buffer = uv_buf_init(malloc(Size), (unsigned)Size);
}

static void written(uv_write_t *Request, int Status) {
  (void)Status;
  ++WrittenBad;
  free(Request->data);
  free(Request);
}

static void received(uv_stream_t *Client, ssize_t N, const uv_buf_t *Buffer) {
  ++ReadsBad;
  if (N > 0) {
    uv_write_t *Request = malloc(sizeof *Request);
    Request->data = strdup(GreetingOk);
    uv_buf_t Answer = uv_buf_init(Request->data, (unsigned)strlen(Request->data));
    uv_write(Request, Client, &Answer, 1, written);
  }
  free(Buffer->base);
}

static void accepted(uv_stream_t *Server, int Status) {
  ++AcceptedBad;
  uv_tcp_t *Client = malloc(sizeof(uv_tcp_t));
  uv_tcp_init(Server->loop, Client);
  if (Status == 0 && uv_accept(Server, (uv_stream_t *)Client) == 0)
    uv_read_start((uv_stream_t *)Client, allocate, received);
}

static void tick(uv_timer_t *Timer) {
  (void)Timer;
  ++TicksBad;
}

static void work(uv_work_t *Work) {
  (void)Work;
  ++WorkedBad;
}

static void signalled(uv_signal_t *Signal, int Number) {
  (void)Signal;
  SignalsBad += Number;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  uv_loop_t *Loop = uv_default_loop();
  uv_tcp_t Server;
  struct sockaddr_in Address;
  uv_tcp_init(Loop, &Server);
  uv_ip4_addr("127.0.0.1", 8080, &Address);
  uv_tcp_bind(&Server, (const struct sockaddr *)&Address, 0);
  uv_listen((uv_stream_t *)&Server, 128, accepted);
  uv_timer_t Timer;
  uv_timer_init(Loop, &Timer);
  uv_timer_start(&Timer, tick, 0, 1000);
  uv_work_t Work;
  uv_queue_work(Loop, &Work, work, NULL);
  uv_signal_t Signal;
  uv_signal_init(Loop, &Signal);
  uv_signal_start(&Signal, signalled, SIGHUP);
  return uv_run(Loop, UV_RUN_DEFAULT);
}
