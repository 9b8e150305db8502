#include "places.h"

const std::string DataDir = "/var/lib/shop";
const char *const LogFile = "/var/log/shop.log";
const char StateFile[] = "/var/lib/shop.state";
const std::string TempDir = "/tmp";
const std::string Places::Uploads = DataDir + "/uploads";
std::string ChangedDir = "/tmp/changed"; // expect-benign: stateless-mutable-global "start-up"

void moveData(const std::string &To) { ChangedDir = To; }
