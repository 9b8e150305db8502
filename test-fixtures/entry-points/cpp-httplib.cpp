// cpp-httplib, with its real header: lambdas, functions, bound methods.
#include <functional>
#include <httplib.h>
#include <string>

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'GET /hits'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'post'" "'POST /posts'" confidence proven
static int DeletedBad;  // expect: stateless-mutable-global "DeletedBad" "'DELETE /posts'" confidence proven
static int UploadsBad;  // expect: stateless-mutable-global "UploadsBad" "'PUT /upload'" confidence proven
static int RoutedBad;   // expect: stateless-mutable-global "RoutedBad" "handler registered by 'httplib::Server::set_pre_routing_handler'" confidence proven
static int StreamedBad; // expect: stateless-mutable-global "StreamedBad" "'GET /stream'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void post(const httplib::Request &, httplib::Response &Res) {
  ++PostsBad;
  Res.status = 201;
}

class Api {
public:
  void remove(const httplib::Request &, httplib::Response &Res) {
    ++DeletedBad;
    ++Calls;
    Res.status = 204;
  }

private:
  int Calls = 0;
};

// A function object.
struct Upload {
  void operator()(const httplib::Request &, httplib::Response &, const httplib::ContentReader &Reader) const {
    Reader([](const char *, size_t N) {
      UploadsBad += int(N);
      return true;
    });
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  httplib::Server Server;
  Api TheApiBad; // expect: stateless-mutable-global "TheApiBad" "Calls" "'DELETE /posts'" confidence proven
  Server
      .Get("/hits",
           [](const httplib::Request &, httplib::Response &Res) {
             ++HitsBad;
             Res.set_content(GreetingOk, "text/plain");
           })
      .Post("/posts", post);
  httplib::Server::Handler Remove =
      std::bind(&Api::remove, &TheApiBad, std::placeholders::_1, std::placeholders::_2);
  Server.Delete("/posts", Remove);
  Server.Put("/upload", Upload());
  Server.Get("/stream", [](const httplib::Request &, httplib::Response &Res) {
    Res.set_chunked_content_provider("text/plain", [](size_t, httplib::DataSink &Sink) {
      ++StreamedBad;
      Sink.done();
      return true;
    });
  });
  Server.set_pre_routing_handler([](const httplib::Request &, httplib::Response &) {
    ++RoutedBad;
    return httplib::Server::HandlerResponse::Unhandled;
  });
  return !Server.listen("127.0.0.1", 8080);
}
