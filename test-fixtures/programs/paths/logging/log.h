#ifndef LOG_H
#define LOG_H

#include <cstdio>
#include <iosfwd>
#include <string>

void line(std::ostream &Out, const std::string &Text);
void plain(std::FILE *Out, const char *Text);
void toFile(const std::string &Path, const std::string &Text);
class Log {
public:
  explicit Log(const std::string &Device) : Device(Device) {}
  void add(const std::string &Text) const;

private:
  std::string Device;
};
void openLogs(const std::string &Name, const std::string &Path);

#endif
