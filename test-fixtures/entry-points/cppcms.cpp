// args: -std=c++17 -isystem {fixtures}/include
// CppCMS: methods behind a dispatcher, or one method for all. Applications are
// pooled: what one holds outlives its request.
#include <cppcms/service.h>
#include <cppcms/url_dispatcher.h>
#include <string>

static int HitsBad;   // expect: stateless-mutable-global "HitsBad" "written after start-up by 'Hits::get'" "'/hits'" confidence proven
static int ItemsBad;  // expect: stateless-mutable-global "ItemsBad" "written after start-up by 'Hits::item'" "'/items/(\\d+)'" confidence proven
static int PostsBad;  // expect: stateless-mutable-global "PostsBad" "written after start-up by 'Hits::post'" "'POST /posts'" confidence proven
static int LambdaBad; // expect: stateless-mutable-global "LambdaBad" "'/lambda'" confidence proven
static int MainBad;   // expect: stateless-mutable-global "MainBad" "'Plain::main'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

class Hits : public cppcms::application {
public:
  Hits(cppcms::service &Service) : cppcms::application(Service) {
    dispatcher().assign("/hits", &Hits::get, this);
    dispatcher().assign("/items/(\\d+)", &Hits::item, this, 1);
    dispatcher().map("POST", "/posts", &Hits::post, this);
    dispatcher().assign("/lambda", [this] {
      ++LambdaBad;
      response().out() << "counted";
    });
  }
  void get() {
    ++HitsBad;
    response().out() << GreetingOk;
  }
  void item(std::string Number) { ItemsBad += int(Number.size()); }
  void post() { ++PostsBad; }
};

class Plain : public cppcms::application {
public:
  using cppcms::application::application;
  void main(std::string Url) override {
    ++MainBad;
    response().out() << Url;
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  cppcms::service Service(Argc, Argv);
  Service.applications_pool().mount(cppcms::applications_factory<Hits>());
  Service.applications_pool().mount(cppcms::applications_factory<Plain>(), cppcms::mount_point("/plain", 0));
  Service.run();
}
