// args: -std=c++17
// FastCGI in threads of its own, with its real header.
#include <fcgiapp.h>
#include <string>
#include <thread>
#include <vector>

static int HitsBad; // expect: stateless-mutable-global "HitsBad" "written after start-up by 'work'" "the request loop in 'work'" confidence proven
static int DeepBad; // expect: stateless-mutable-global "DeepBad" "written after start-up by 'answer'" "the request loop in 'work'" confidence proven
static std::string GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"

static void answer(FCGX_Request &Request) {
  ++DeepBad;
  FCGX_PutS(GreetingOk.c_str(), Request.out);
}

static void work() {
  FCGX_Request Request;
  FCGX_InitRequest(&Request, 0, 0);
  while (FCGX_Accept_r(&Request) == 0) {
    ++HitsBad;
    answer(Request);
    FCGX_Finish_r(&Request);
  }
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  FCGX_Init();
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back(work);
  for (std::thread &Worker : Workers)
    Worker.join();
}
