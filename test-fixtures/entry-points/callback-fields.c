// args: -isystem {fixtures}/include
// Handlers that are put into the fields of a library's object.
#include <http_parser.h>
#include <sys/socket.h>
#include <unistd.h>

static int urls_bad;     // expect: stateless-mutable-global "handler registered by 'http_parser_settings::on_url'" confidence proven
static int messages_bad; // expect: stateless-mutable-global "handler registered by 'http_parser_settings::on_message_complete'" confidence proven
static int unused_ok;    // expect-benign: stateless-mutable-global "code that nothing calls"

static int url(http_parser *parser, const char *at, size_t size) {
  (void)parser, (void)at;
  urls_bad += (int)size;
  return 0;
}
static int complete(http_parser *parser) {
  (void)parser;
  return ++messages_bad;
}
static int unused(http_parser *parser) {
  (void)parser;
  return ++unused_ok;
}

int main(void) {
  http_parser_settings settings = {0};
  settings.on_url = url;
  settings.on_message_complete = complete;
  for (;;) {
    int client = accept(3, 0, 0);
    http_parser parser;
    char buffer[512];
    http_parser_init(&parser, 0);
    ssize_t size = read(client, buffer, sizeof buffer);
    if (size > 0)
      http_parser_execute(&parser, &settings, buffer, (size_t)size);
    close(client);
  }
}
