// All with external linkage, some not const: the whole program only reads them.
#include "config.h"

static int twice(int N) { return 2 * N; }

int PortOk = 8080; // expect-benign: stateless-mutable-global "never written"
std::string HostOk = "0.0.0.0"; // expect-benign: stateless-mutable-global "never written"
std::vector<int> TableOk{1, 2, 3}; // expect-benign: stateless-mutable-global "never written"
std::map<std::string, int> CodesOk{{"ok", 200}}; // expect-benign: stateless-mutable-global "never written"
int RowOk[3] = {1, 2, 3}; // expect-benign: stateless-mutable-global "never written"
const char *BannerOk = "welcome"; // expect-benign: stateless-mutable-global "never written"
int (*HandlerOk)(int) = &twice; // expect-benign: stateless-mutable-global "never written"
Tariff TariffOk; // expect-benign: stateless-mutable-global "never written"
std::atomic<int> LimitOk{4}; // expect-benign: stateless-mutable-global "never written"
const std::string &AliasOk = HostOk; // expect-benign: stateless-mutable-global "constant"
const int MostOk = twice(3); // expect-benign: stateless-mutable-global "constant"
int Defaults::LevelOk = 1; // expect-benign: stateless-mutable-global "never written"
