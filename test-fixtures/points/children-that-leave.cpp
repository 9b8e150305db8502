// args: -std=c++20
// A call that does not return may still let the child go on: by an exception,
// or by a jump. What cannot throw ends it.
#include <csetjmp>
#include <cstdlib>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

static int ThrownBad; // expect: stateless-mutable-global "ThrownBad" "request loop"
static int JumpedBad; // expect: stateless-mutable-global "JumpedBad" "request loop"
static int EndedOk;   // expect-benign: stateless-mutable-global "written only in a child process"
static int DiedOk;    // expect-benign: stateless-mutable-global "written only in a child process"

static jmp_buf Back; // expect: stateless-mutable-global "Back" "main"
[[noreturn]] static void raise(const char *What) { throw std::runtime_error(What); }
[[noreturn]] static void end() noexcept { _exit(1); }
extern "C" [[noreturn]] void die(int);

static void children(int Client) {
  if (fork() == 0) {
    ++ThrownBad;
    raise("child");
  }
  if (fork() == 0) {
    ++JumpedBad;
    std::longjmp(Back, Client);
  }
  if (fork() == 0) {
    ++EndedOk;
    end();
  }
  if (fork() == 0) {
    ++DiedOk;
    die(Client);
  }
}

int main() {
  for (;;) {
    int Client = accept(3, nullptr, nullptr);
    if (Client < 0)
      return 0;
    try {
      if (setjmp(Back) == 0)
        children(Client);
    } catch (const std::runtime_error &) {
    }
  }
}
