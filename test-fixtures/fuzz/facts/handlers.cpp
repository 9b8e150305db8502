// Handlers that are registered with a server, and who keeps what.
# 1 "/usr/include/httplib.h" 1 3
namespace std {
template <typename T> struct function;
template <typename R, typename... A> struct function<R(A...)> {
  template <typename F> function(F) {}
  R operator()(A...) const;
};
struct string {
  string(const char *);
  string &operator+=(const string &);
};
string operator+(const string &, const string &);
struct ofstream { explicit ofstream(const string &); };
} // namespace std
namespace httplib {
struct Request {};
struct Response {};
struct Server {
  using Handler = std::function<void(const Request &, Response &)>;
  Server &Get(const std::string &, Handler);
  Server &Post(const std::string &, Handler);
  bool listen(const char *, int);
};
} // namespace httplib
extern "C" int accept(int, void *, void *);
extern "C" void (*signal(int, void (*)(int)))(int);
# 28 "handlers.cpp" 2
static bool Stop;
static int Served, Loads;
struct Base {
  virtual ~Base() = default;
  virtual void run(int) = 0;
};
struct Worker : Base {
  int &Total;
  explicit Worker(int &T) : Total(T) {}
  void run(int N) override { Total += N; }
};
struct [[clang::annotate("stateless: by design")]] Cache {
  int Entries[4];
  Base *Next = nullptr;
};
Cache Shared;
static void onSignal(int) { Stop = true; }
static void save(const std::string &Name) {
  std::ofstream Out("/var/lib/shop/" + Name);
}
int main() {
  httplib::Server Server;
  Loads = 1;
  Worker First(Served);
  Shared.Next = &First;
  signal(15, onSignal);
  Server.Get("/cart", [&](const auto &, auto &) {
    Shared.Next->run(1);
    Shared.Entries[Served % 4]++;
  });
  Server.Post("/cart", [](const auto &, auto &) { save("cart"); });
  Server.listen("0.0.0.0", 80);
  for (;;) {
    int Fd = accept(3, nullptr, nullptr);
    if (Stop || Fd < 0)
      return Served;
    Served += Fd;
  }
}
