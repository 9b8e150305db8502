#ifndef CONFIG_H
#define CONFIG_H

#include <map>
#include <string>
#include <vector>

struct Limits {
  int Most = 1;
  std::vector<int> Steps;
  void raise(int N) { Most += N; }
};

extern int PortOk;
extern std::string NameOk;
extern std::map<std::string, std::string> TitlesOk;
extern std::vector<std::string> ArgumentsOk;
extern Limits LimitsOk;
extern int DepthOk;
extern int NeverOk;
extern int DeadOk;

void configure(int Argc, char **Argv);
void setTitle(const std::string &Name, const std::string &Title);
void setDead(int N);

#endif
