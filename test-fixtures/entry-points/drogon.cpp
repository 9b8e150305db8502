// args: -std=c++17 -isystem {fixtures}/include
// Drogon: controllers that list their methods, simple controllers and filters
// that override one, functions that are registered.
#include <drogon/drogon.h>
#include <string>

using Callback = std::function<void(const drogon::HttpResponsePtr &)>;

static int HitsBad;     // expect: stateless-mutable-global "HitsBad" "'/hits'" confidence proven
static int PostsBad;    // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Hits::post'" "'/posts'" confidence proven
static int SimpleBad;   // expect: stateless-mutable-global "SimpleBad" "'Simple::asyncHandleHttpRequest'" confidence proven
static int FilteredBad; // expect: stateless-mutable-global "FilteredBad" "'Limit::doFilter'" confidence proven
static int AdvisedBad;  // expect: stateless-mutable-global "AdvisedBad" "handler registered by 'drogon::HttpAppFramework::registerPreRoutingAdvice'" confidence proven
static int LambdaBad;   // expect: stateless-mutable-global "LambdaBad" "'/lambda'" confidence proven
static int FunctionBad; // expect: stateless-mutable-global "FunctionBad" "written after start-up by 'count'" "'/function'" confidence proven
static int TicksBad;    // expect: stateless-mutable-global "TicksBad" "the timer of 'trantor::EventLoop::runEvery'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Hits : public drogon::HttpController<Hits> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(Hits::get, "/hits", drogon::Get);
  METHOD_ADD(Hits::post, "/posts", drogon::Post, "Limit");
  METHOD_LIST_END

  void get(const drogon::HttpRequestPtr &, Callback &&Answer) {
    ++HitsBad;
    auto Res = drogon::HttpResponse::newHttpResponse();
    Res->setBody(GreetingOk);
    Answer(Res);
  }
  void post(const drogon::HttpRequestPtr &, Callback &&Answer) {
    ++PostsBad;
    Answer(drogon::HttpResponse::newHttpResponse());
  }
};

class Simple : public drogon::HttpSimpleController<Simple> {
public:
  PATH_LIST_BEGIN
  PATH_ADD("/simple", drogon::Get);
  PATH_LIST_END

  void asyncHandleHttpRequest(const drogon::HttpRequestPtr &, Callback &&Answer) override {
    ++SimpleBad;
    Answer(drogon::HttpResponse::newHttpResponse());
  }
};

class Limit : public drogon::HttpFilter<Limit> {
public:
  void doFilter(const drogon::HttpRequestPtr &, drogon::FilterCallback &&,
                drogon::FilterChainCallback &&Next) override {
    ++FilteredBad;
    Next();
  }
};

static void count(const drogon::HttpRequestPtr &, Callback &&Answer) {
  ++FunctionBad;
  Answer(drogon::HttpResponse::newHttpResponse());
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  drogon::app().registerHandler(
      "/lambda",
      [](const drogon::HttpRequestPtr &, Callback &&Answer) {
        ++LambdaBad;
        Answer(drogon::HttpResponse::newHttpResponse());
      },
      {drogon::Get});
  drogon::app().registerHandler("/function", &count, {drogon::Post});
  drogon::app().registerPreRoutingAdvice([](const drogon::HttpRequestPtr &) { ++AdvisedBad; });
  drogon::app().getLoop()->runEvery(1.0, [] { ++TicksBad; });
  drogon::app().addListener("127.0.0.1", 8080).run();
}
