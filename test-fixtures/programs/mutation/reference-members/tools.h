#ifndef TOOLS_H
#define TOOLS_H

#include <string>
#include <vector>

// Adds to a number that it does not own.
class Adder {
public:
  explicit Adder(long &Total) : Total(Total) {}
  void add(int N) { Total += N; }

private:
  long &Total;
};

// Notes what it sees in a list that it is given.
class Recorder {
public:
  explicit Recorder(std::vector<std::string> *Lines) : Lines(Lines) {}
  ~Recorder() { Lines->push_back("done"); }

private:
  std::vector<std::string> *Lines;
};

// Sets a flag, and puts it back when the scope ends.
class Scope {
public:
  Scope(int &Depth, int To) : Depth(Depth), Old(Depth) { Depth = To; }
  ~Scope();

private:
  int &Depth;
  int Old;
};

// Has a reference that is not const, and only reads.
class Reader {
public:
  explicit Reader(long &Source) : Source(Source) {}
  long twice() const { return 2 * Source; }

private:
  long &Source;
};

struct Settings {
  const std::string &Name;
  const long *Limit;
};
std::string describe(const Settings &S);

#endif
