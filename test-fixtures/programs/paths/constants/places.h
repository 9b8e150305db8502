#ifndef PLACES_H
#define PLACES_H

#include <string>
#include <string_view>

#define SPOOL_DIR "/var/spool/shop"

extern const std::string DataDir;
extern const char *const LogFile;
extern const char StateFile[];
extern const std::string TempDir;
extern std::string ChangedDir;
inline constexpr std::string_view CacheDir = "/var/cache/shop";
constexpr const char *ScratchDir = "/tmp/shop";

struct Places {
  static const std::string Uploads;
  static constexpr const char *Thumbs = "/tmp/thumbs";
};
void moveData(const std::string &To);
void writeAll(const std::string &Text);
void writeChanged(const std::string &Text);

#endif
