// args: -isystem {fixtures}/include
// uWebSockets: handlers in a chain of calls, and in a struct.
#include <string>
#include <uwebsockets/App.h>

using Response = uWS::HttpResponse<false>;

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'post'" "'POST /posts'" confidence proven
static int BytesBad;    // expect: stateless-mutable-global "BytesBad" "'POST /posts'" confidence proven
static int OthersBad;   // expect: stateless-mutable-global "OthersBad" "'/*'" confidence proven
static int OpenedBad;   // expect: stateless-mutable-global "OpenedBad" "'/chat'" confidence proven
static int MessagesBad; // expect: stateless-mutable-global "MessagesBad" "'/chat'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"
static bool ListeningOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void post(Response *Res, uWS::HttpRequest *) {
  ++PostsBad;
  Res->onData([Res](std::string_view Chunk, bool Last) {
    BytesBad += int(Chunk.size());
    if (Last)
      Res->end();
  });
}

struct PerSocket {
  int Messages = 0; // of one connection
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  uWS::App()
      .get("/hits",
           [](Response *Res, uWS::HttpRequest *) {
             ++HitsBad;
             Res->end(GreetingOk);
           })
      .post("/posts", post)
      .any("/*",
           [](auto *Res, auto *) {
             ++OthersBad;
             Res->end();
           })
      .ws<PerSocket>("/chat", {.open = [](auto *) { ++OpenedBad; },
                               .message =
                                   [](auto *Socket, std::string_view Text, uWS::OpCode Code) {
                                     ++MessagesBad;
                                     ++Socket->getUserData()->Messages;
                                     Socket->send(Text, Code);
                                   }})
      // Called at once, by listen.
      .listen(8080, [](us_listen_socket_t *Socket) { ListeningOk = Socket != nullptr; })
      .run();
}
