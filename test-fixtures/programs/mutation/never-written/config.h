#ifndef CONFIG_H
#define CONFIG_H

#include <atomic>
#include <map>
#include <string>
#include <vector>

struct Tariff {
  int Price = 3;
  std::vector<int> Steps{1, 2};
  int price() { return Price; } // not const, only reads
  int &step(int I) { return Steps[std::size_t(I)]; }
};

extern int PortOk;
extern std::string HostOk;
extern std::vector<int> TableOk;
extern std::map<std::string, int> CodesOk;
extern int RowOk[3];
extern const char *BannerOk;
extern int (*HandlerOk)(int);
extern Tariff TariffOk;
extern std::atomic<int> LimitOk;
extern const std::string &AliasOk;
extern const int MostOk;

struct Defaults {
  static int LevelOk;
  static inline std::string ModeOk = "fast"; // expect-benign: stateless-mutable-global "never written"
};

#endif
