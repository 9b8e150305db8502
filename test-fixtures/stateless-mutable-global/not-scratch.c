// args: -std=gnu17
// What fills a part of a structure, or only tells of what is listed there,
// overwrites nothing.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in PeerBad;   // expect: stateless-mutable-global "PeerBad"
static struct pollfd ClientsBad[64]; // expect: stateless-mutable-global "ClientsBad"
static int UsedBad = 1;              // expect: stateless-mutable-global "UsedBad"

static void serve(int Client) {
  char Text[64];
  ssize_t Got = recv(Client, Text, sizeof Text - 1, 0);
  if (Got <= 0)
    return;
  Text[Got] = 0;
  if (Text[0] == 'p')
    PeerBad.sin_port = htons((unsigned short)Text[1]);
  if (inet_pton(AF_INET, Text, &PeerBad.sin_addr) == 1)
    sendto(Client, Text, (size_t)Got, 0, (struct sockaddr *)&PeerBad, sizeof PeerBad);
}

int main(void) {
  ClientsBad[0].fd = socket(AF_INET, SOCK_STREAM, 0);
  for (;;) {
    if (poll(ClientsBad, (nfds_t)UsedBad, -1) < 0)
      continue;
    for (int I = 0; I < UsedBad; ++I)
      if (ClientsBad[I].revents) {
        int Client = accept(ClientsBad[I].fd, NULL, NULL);
        if (UsedBad < 64)
          ClientsBad[UsedBad++].fd = Client;
        serve(Client);
      }
  }
}
