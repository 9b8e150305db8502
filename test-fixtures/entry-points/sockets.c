// args: -std=gnu17
// A server without a framework: a loop around accept, a process or a thread per
// connection, and one around recvfrom in a thread.
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int AcceptedBad;  // expect: stateless-mutable-global "AcceptedBad" "written after start-up by 'main'" "the request loop in 'main'" confidence proven
static int DeepBad;      // expect: stateless-mutable-global "DeepBad" "written after start-up by 'answer'" "the request loop in 'main'" confidence proven
static int DatagramsBad; // expect: stateless-mutable-global "DatagramsBad" "written after start-up by 'datagrams'" "the request loop in 'datagrams'" confidence proven
static const char *GreetingOk; // expect-benign: stateless-mutable-global "written only at start-up"
static int PortOk = 8080;      // expect-benign: stateless-mutable-global "written only at start-up"

static void answer(int Socket) {
  char Buffer[256];
  ++DeepBad;
  if (recv(Socket, Buffer, sizeof Buffer, 0) > 0)
    send(Socket, GreetingOk, strlen(GreetingOk), 0);
  close(Socket);
}

static void *datagrams(void *Data) {
  int Socket = *(int *)Data;
  char Buffer[256];
  struct sockaddr_storage From;
  socklen_t Length = sizeof From;
  while (recvfrom(Socket, Buffer, sizeof Buffer, 0, (struct sockaddr *)&From, &Length) >= 0)
    ++DatagramsBad;
  return NULL;
}

static int bound(int Type) {
  struct sockaddr_in Address;
  memset(&Address, 0, sizeof Address);
  Address.sin_family = AF_INET;
  Address.sin_port = htons((unsigned short)PortOk);
  int Socket = socket(AF_INET, Type, 0);
  if (Socket < 0 || bind(Socket, (struct sockaddr *)&Address, sizeof Address) != 0)
    exit(1);
  return Socket;
}

int main(int Argc, char **Argv) {
  GreetingOk = Argc > 1 ? Argv[1] : "hello";
  if (Argc > 2)
    PortOk = atoi(Argv[2]);
  int Datagrams = bound(SOCK_DGRAM), Listener = bound(SOCK_STREAM);
  pthread_t Thread;
  pthread_create(&Thread, NULL, datagrams, &Datagrams);
  listen(Listener, 16);
  for (;;) {
    int Client = accept(Listener, NULL, NULL);
    if (Client < 0)
      continue;
    ++AcceptedBad;
    answer(Client);
  }
}
