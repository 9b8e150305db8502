#ifndef CONFIG_H
#define CONFIG_H
#include <string>
#include <vector>

extern int Port; // fix: extern const int Port
extern std::string Host; // fix: extern const std::string Host
extern const char *Banner; // fix: extern const char *const Banner
extern int Rows[]; // fix: extern const int Rows[]
extern int Counter;
extern int Lent;
inline int Shared = 4; // fix: inline constexpr int Shared
inline std::string SharedText = "shared"; // fix: inline const std::string SharedText
inline int SharedCounter = 4;
static int Copied = 5; // fix: static constexpr int Copied
static int Written = 6;

struct Defaults {
  static int Level; // fix: static const int Level
  static std::vector<int> Steps; // fix: static const std::vector<int> Steps
  static inline int Depth = 2; // fix: static inline const int Depth
  static int Changed;
};

int total();
int written();
#endif
