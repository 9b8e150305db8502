#ifndef SINKS_H
#define SINKS_H

#include <fstream>
#include <memory>
#include <string>

class Sink {
public:
  virtual ~Sink() = default;
  virtual void put(const char *Text) = 0;
};
class FileSink : public Sink {
public:
  explicit FileSink(const std::string &Path);
  void put(const char *Text) override;

private:
  std::ofstream Out;
};
class ConsoleSink : public Sink {
public:
  explicit ConsoleSink(const std::string &Format);
  void put(const char *Text) override;

private:
  std::string Format;
};
class NoSink : public Sink {
public:
  explicit NoSink(const std::string &) {}
  void put(const char *) override {}
};
struct Log {
  template <class T> static void init(const std::string &Text) { keep(std::make_unique<T>(Text)); }
  static void keep(std::unique_ptr<Sink> New);
};
void say(const char *Text);

#endif
