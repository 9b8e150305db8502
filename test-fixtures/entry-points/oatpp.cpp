// args: -std=c++17 -isystem {fixtures}/include
// oatpp: ENDPOINT makes a handler out of a method of the controller. Method and
// path are assigned in a lambda beside it, so that they are not in its name.
#include <memory>
#include <oatpp/network/Server.hpp>
#include <oatpp/web/server/api/ApiController.hpp>
#include <string>

static int HitsBad;    // expect: stateless-mutable-global "HitsBad" "written after start-up by 'HitController::hits'" "handler registered by 'oatpp::web::server::api::ApiController::Handler::createShared'" confidence proven
static int PostsBad;   // expect: stateless-mutable-global "PostsBad" "written after start-up by 'HitController::post'" "handler registered by 'oatpp::web::server::api::ApiController::Handler::createShared'" confidence proven
static int HandledBad; // expect: stateless-mutable-global "HandledBad" "'CountHandler::handle'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

#include OATPP_CODEGEN_BEGIN(ApiController)

class HitController : public oatpp::web::server::api::ApiController {
public:
  HitController() : ApiController(nullptr) {}

  ENDPOINT("GET", "/hits", hits) {
    ++HitsBad;
    return createResponse(Status::CODE_200, GreetingOk);
  }

  ENDPOINT("POST", "/posts", post, BODY_STRING(String, Body)) {
    ++PostsBad;
    return createResponse(Status::CODE_200, Body);
  }
};

#include OATPP_CODEGEN_END(ApiController)

class CountHandler : public oatpp::web::server::HttpRequestHandler {
public:
  std::shared_ptr<OutgoingResponse> handle(const std::shared_ptr<IncomingRequest> &) override {
    ++HandledBad;
    return ResponseFactory::createResponse(Status::CODE_200, "counted");
  }
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  auto Router = oatpp::web::server::HttpRouter::createShared();
  Router->addController(std::make_shared<HitController>());
  Router->route("GET", "/count", std::make_shared<CountHandler>());
  oatpp::network::Server Server(oatpp::network::ServerConnectionProvider::createShared("127.0.0.1", 8080),
                                oatpp::web::server::HttpConnectionHandler::createShared(Router));
  Server.run();
}
