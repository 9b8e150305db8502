// args: -std=c17
// GNU libmicrohttpd, with its real header. The daemon serves in its own threads
// while main waits.
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>

static int HitsBad;      // expect: stateless-mutable-global "HitsBad" "written after start-up by 'handle'" "handler registered by 'MHD_start_daemon'" confidence proven
static int DeepBad;      // expect: stateless-mutable-global "DeepBad" "written after start-up by 'answer'" "handler registered by 'MHD_start_daemon'" confidence proven
static int ConnectedBad; // expect: stateless-mutable-global "ConnectedBad" "written after start-up by 'admit'" "handler registered by 'MHD_start_daemon'" confidence proven
static int CompletedBad; // expect: stateless-mutable-global "CompletedBad" "written after start-up by 'completed'" "handler registered by 'MHD_start_daemon'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static enum MHD_Result answer(struct MHD_Connection *Connection) {
  ++DeepBad;
  struct MHD_Response *Response =
      MHD_create_response_from_buffer(strlen(GreetingOk), (void *)GreetingOk, MHD_RESPMEM_PERSISTENT);
  enum MHD_Result Result = MHD_queue_response(Connection, MHD_HTTP_OK, Response);
  MHD_destroy_response(Response);
  return Result;
}

static enum MHD_Result handle(void *Class, struct MHD_Connection *Connection, const char *Url, const char *Method,
                              const char *Version, const char *Upload, size_t *UploadSize, void **Request) {
  (void)Class, (void)Url, (void)Method, (void)Version, (void)Upload, (void)UploadSize, (void)Request;
  ++HitsBad;
  return answer(Connection);
}

static enum MHD_Result admit(void *Class, const struct sockaddr *Address, socklen_t Length) {
  (void)Class, (void)Address, (void)Length;
  ++ConnectedBad;
  return MHD_YES;
}

static void completed(void *Class, struct MHD_Connection *Connection, void **Request,
                      enum MHD_RequestTerminationCode Code) {
  (void)Class, (void)Connection, (void)Request, (void)Code;
  ++CompletedBad;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  struct MHD_Daemon *Daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 8080, admit, NULL, handle, NULL,
                                               MHD_OPTION_NOTIFY_COMPLETED, completed, NULL, MHD_OPTION_END);
  if (!Daemon)
    return 1;
  getchar();
  MHD_stop_daemon(Daemon);
  return 0;
}
