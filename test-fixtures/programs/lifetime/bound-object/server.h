#ifndef SERVER_H
#define SERVER_H

#include <httplib.h>
#include <string>
#include <vector>

class Server {
public:
  void onGet(const httplib::Request &Req, httplib::Response &Res);
  void onPut(const httplib::Request &Req, httplib::Response &Res);

private:
  int Gets = 0;
  std::vector<std::string> Bodies;
};
class Mirror {
public:
  explicit Mirror(std::string Prefix) : Prefix(std::move(Prefix)) {}
  void onGet(const httplib::Request &Req, httplib::Response &Res);

private:
  std::string Prefix;
};
struct Numbers {
  int Last = 0;
};
void onNumber(Numbers &N, const httplib::Request &Req, httplib::Response &Res);

#endif
