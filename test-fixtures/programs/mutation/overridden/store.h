#ifndef STORE_H
#define STORE_H

#include <string>
#include <vector>

// One class implements it: the call can mean nothing else.
struct Journal {
  virtual ~Journal() = default;
  virtual void note(const std::string &Line) = 0;
};
Journal &openJournal();

// Several classes implement it, of which some keep what they are given.
struct Sink {
  virtual ~Sink() = default;
  virtual void send(const std::string &Line) = 0;
  virtual int pending() { return 0; }
};
struct MemorySink final : Sink {
  std::vector<std::string> Kept;
  void send(const std::string &Line) override;
};
struct CountingSink final : Sink {
  void send(const std::string &Line) override;
};
struct PrintingSink final : Sink {
  void send(const std::string &Line) override;
};
void forward(Sink &To, const std::string &Line);
extern MemorySink MemoryBad, DirectBad, IdleOk;
extern PrintingSink PrintingOk;
extern CountingSink CountingOk;

#endif
