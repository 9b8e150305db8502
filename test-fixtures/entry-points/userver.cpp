// args: -isystem {fixtures}/include
// userver: a handler is a component that overrides one method; its path is in the
// configuration. What a component holds lives as long as the process.
#include <string>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/utils/daemon_run.hpp>
#include <userver/utils/periodic_task.hpp>

using namespace userver;

static int HitsBad;  // expect: stateless-mutable-global "HitsBad" "written after start-up by 'Hits::HandleRequestThrow'" "'Hits::HandleRequestThrow'" confidence proven
static int DeepBad;  // expect: stateless-mutable-global "DeepBad" "written after start-up by 'count'" "'Hits::HandleRequestThrow'" confidence proven
static int TicksBad; // expect: stateless-mutable-global "TicksBad" "the timer of 'userver::utils::PeriodicTask::Start'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void count() { ++DeepBad; }

class Hits final : public server::handlers::HttpHandlerBase {
public:
  static constexpr std::string_view kName = "handler-hits";

  Hits(const components::ComponentConfig &Config, const components::ComponentContext &Context)
      : HttpHandlerBase(Config, Context) {
    Task.Start("ticks", {std::chrono::seconds(1)}, [] { ++TicksBad; });
  }

  std::string HandleRequestThrow(const server::http::HttpRequest &, server::request::RequestContext &) const override {
    ++HitsBad;
    count();
    return GreetingOk;
  }

private:
  utils::PeriodicTask Task;
};

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? "configured" : "hello";
  const auto Components = components::MinimalServerComponentList().Append<Hits>();
  return utils::DaemonMain(Argc, Argv, Components);
}
