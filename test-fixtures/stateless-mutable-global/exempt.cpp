// Types that the models exempt: random engines, loggers, metrics, pools.
#include <memory>
#include <random>
#include <string>

namespace spdlog {
class logger {
public:
  void info(const char *Text);
};
std::shared_ptr<logger> stdout_color_mt(const std::string &Name);
} // namespace spdlog

namespace prometheus {
class Counter {
public:
  void Increment();

private:
  double Value = 0;
};
class Gauge {
public:
  void Set(double V);
};
class Histogram {
public:
  void Observe(double V);
};
class Registry {
public:
  int Add();
};
} // namespace prometheus

namespace soci {
class connection_pool {
public:
  explicit connection_pool(unsigned Size);
  unsigned lease();
};
} // namespace soci

static std::mt19937 EngineOk; // expect-benign: stateless-mutable-global "exempt"
thread_local std::mt19937_64 ThreadEngineOk; // expect-benign: stateless-mutable-global "exempt"
static std::random_device DeviceOk; // expect-benign: stateless-mutable-global "exempt"
static spdlog::logger LogOk; // expect-benign: stateless-mutable-global "exempt"
static std::shared_ptr<spdlog::logger> SharedLogOk; // expect-benign: stateless-mutable-global "exempt"
prometheus::Counter RequestsOk; // expect-benign: stateless-mutable-global "exempt"
static prometheus::Gauge LoadOk; // expect-benign: stateless-mutable-global "exempt"
static prometheus::Counter &ErrorsOk = *new prometheus::Counter; // expect-benign: stateless-mutable-global "exempt"
static prometheus::Registry RegistryOk; // expect-benign: stateless-mutable-global "exempt"
static soci::connection_pool PoolOk(4); // expect-benign: stateless-mutable-global "exempt"

struct Metrics {
  int Own = 0;
  static prometheus::Histogram LatencyOk;
};
prometheus::Histogram Metrics::LatencyOk; // expect-benign: stateless-mutable-global "exempt"

// A counter of one's own is state; so is the last result of an engine. What is
// called a logger is one.
struct Counter {
  int Value = 0;
  void Increment() { ++Value; }
};
static Counter OwnCounterBad; // expect: stateless-mutable-global "written by 'serve' (call of '" "Increment'" confidence likely
static unsigned LastRollBad; // expect: stateless-mutable-global "written by 'serve' (assignment)" confidence likely
namespace app {
class logger {
public:
  std::string Lines;
  void info(const char *Text) { Lines += Text; }
};
} // namespace app
static app::logger OwnLogOk; // expect-benign: stateless-mutable-global "exempt type: logger"

unsigned serve() {
  LogOk.info("serving");
  if (!SharedLogOk)
    SharedLogOk = spdlog::stdout_color_mt("app");
  SharedLogOk->info("serving");
  RequestsOk.Increment();
  ErrorsOk.Increment();
  LoadOk.Set(1);
  Metrics::LatencyOk.Observe(0.1);
  RegistryOk.Add();
  OwnCounterBad.Increment(); // expect-fact: write OwnCounterBad
  OwnLogOk.info("x");
  int Before = LastRollBad;
  LastRollBad = EngineOk() + ThreadEngineOk(); // expect-fact: write LastRollBad
  return DeviceOk() + PoolOk.lease() + Before;
}
