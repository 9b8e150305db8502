// args: -std=c++20
// An object calls by pointers that stand in itself what it does for requests:
// which, depends on the object.
#include <functional>
#include <list>
#include <map>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static int take(int Listening, char (&Text)[100]) {
  int Fd = accept(Listening, nullptr, nullptr);
  return recv(Fd, Text, sizeof Text - 1, 0) > 0 ? Fd : -1;
}

struct ByMember {
  using Command = void (ByMember::*)(const char *);
  std::map<char, Command> Commands;
  std::list<std::string> Topics;
  void add(const char *Text) { Topics.push_back(Text); }
  ByMember() { Commands['a'] = &ByMember::add; }
  void run(int Listening) {
    for (;;) {
      char Text[100] = {};
      int Fd = take(Listening, Text);
      if (auto It = Commands.find(Text[0]); It != Commands.end())
        (this->*It->second)(Text);
      write(Fd, Topics.front().data(), Topics.front().size());
    }
  }
};

struct ByArray {
  using Command = void (ByArray::*)(const char *);
  Command Commands[2] = {&ByArray::add, &ByArray::idle};
  int Total = 0;
  void add(const char *Text) { Total += Text[0]; }
  void idle(const char *) {}
  void run(int Listening) {
    for (;;) {
      char Text[100] = {};
      int Fd = take(Listening, Text);
      (this->*Commands[Text[0] % 2])(Text);
      write(Fd, &Total, sizeof Total);
    }
  }
};

struct ByFunction {
  void (*Do)(ByFunction &, const char *);
  int Total = 0;
  static void add(ByFunction &Of, const char *Text) { Of.Total += Text[0]; }
  ByFunction() { Do = add; }
  void run(int Listening) {
    for (;;) {
      char Text[100] = {};
      int Fd = take(Listening, Text);
      Do(*this, Text);
      write(Fd, &Total, sizeof Total);
    }
  }
};

struct ByClosure {
  std::function<void(const char *)> Do;
  int Total = 0;
  ByClosure() : Do([this](const char *Text) { Total += Text[0]; }) {}
  void run(int Listening) {
    for (;;) {
      char Text[100] = {};
      int Fd = take(Listening, Text);
      Do(Text);
      write(Fd, &Total, sizeof Total);
    }
  }
};

// Nothing that it calls keeps anything.
struct Answers {
  void (*Do)(int, const char *);
  int Total = 0;
  static void answer(int Fd, const char *Text) { write(Fd, Text, 1); }
  Answers() { Do = answer; }
  void run(int Listening) {
    for (;;) {
      char Text[100] = {};
      int Fd = take(Listening, Text);
      Do(Fd, Text);
      write(Fd, &Total, sizeof Total);
    }
  }
};

int main(int Count, char **Texts) {
  int Listening = socket(AF_INET, SOCK_STREAM, 0);
  listen(Listening, 5);
  if (Count == 2) {
    ByMember MemberBad; // expect: stateless-mutable-global "keeps state: 'ByMember::Topics', on the request loop in 'ByMember::run'"
    MemberBad.run(Listening);
  } else if (Count == 3) {
    ByArray ArrayBad; // expect: stateless-mutable-global "keeps state: 'ByArray::Total', on the request loop in 'ByArray::run'"
    ArrayBad.run(Listening);
  } else if (Count == 4) {
    ByFunction FunctionBad; // expect: stateless-mutable-global "keeps state: 'ByFunction::Total', on the request loop in 'ByFunction::run'"
    FunctionBad.run(Listening);
  } else if (Count == 5) {
    ByClosure ClosureBad; // expect: stateless-mutable-global "keeps state: 'ByClosure::Total', on the request loop in 'ByClosure::run'"
    ClosureBad.run(Listening);
  } else {
    Answers AnswersOk;
    AnswersOk.run(Listening);
  }
}
