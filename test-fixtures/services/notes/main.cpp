//===- main.cpp - The notes service ---------------------------------------===//
//
//   notes PORT REDIS-PORT
//
// Sessions and notes are in Redis: any replica can answer any request.
//
//===----------------------------------------------------------------------===//
#include "redis_pool.h"
#include <cstdlib>
#include <httplib.h>
#include <iostream>
#include <random>

using httplib::Request;
using httplib::Response;

namespace notes {

static std::string greeting = "Hello";

static void readSettings() {
  if (const char *text = std::getenv("NOTES_GREETING"))
    greeting = text;
}

static std::string makeToken() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i)
    token += std::to_string(100000000 + random() % 900000000);
  return token;
}

static void answer(Response &response, int status, const std::string &text) {
  response.status = status;
  response.set_content(text + "\n", "text/plain");
}

/// Who asks; nothing: nobody that we know.
static std::optional<std::string> userOf(Redis &redis, const Request &request) {
  return redis.ask({"GET", "session:" + request.get_header_value("X-Token")});
}

static void login(RedisPool &pool, const Request &request, Response &response) {
  Redis redis(pool);
  std::string token = makeToken();
  if (!redis.ask({"SETEX", "session:" + token, "3600",
                  request.get_param_value("user")}))
    return answer(response, 503, "no Redis");
  answer(response, 200, token);
}

static void whoami(RedisPool &pool, const Request &request,
                   Response &response) {
  Redis redis(pool);
  auto user = userOf(redis, request);
  answer(response, user ? 200 : 401,
         user ? greeting + " " + *user : "log in first");
}

static void addNote(RedisPool &pool, const Request &request,
                    Response &response) {
  Redis redis(pool);
  auto user = userOf(redis, request);
  if (!user)
    return answer(response, 401, "log in first");
  auto id = redis.ask({"INCR", "notes:last"});
  if (!id || !redis.ask({"SET", "note:" + *id, *user + ": " + request.body}))
    return answer(response, 503, "no Redis");
  answer(response, 201, *id);
}

static void showNote(RedisPool &pool, const Request &request,
                     Response &response) {
  Redis redis(pool);
  auto text = redis.ask({"GET", "note:" + request.matches[1].str()});
  answer(response, text ? 200 : 404, text.value_or("no such note"));
}

} // namespace notes

int main(int argc, char **argv) {
  if (argc != 3) {
    std::cerr << "usage: notes PORT REDIS-PORT\n";
    return 2;
  }
  notes::readSettings();
  notes::RedisPool pool(std::atoi(argv[2]));
  httplib::Server server;

  server.Post("/login", [&pool](const Request &request, Response &response) {
    notes::login(pool, request, response);
  });
  server.Get("/whoami", [&pool](const Request &request, Response &response) {
    notes::whoami(pool, request, response);
  });
  server.Post("/notes", [&pool](const Request &request, Response &response) {
    notes::addNote(pool, request, response);
  });
  server.Get(R"(/notes/(\d+))",
             [&pool](const Request &request, Response &response) {
               notes::showNote(pool, request, response);
             });

  return server.listen("127.0.0.1", std::atoi(argv[1])) ? 0 : 1;
}
