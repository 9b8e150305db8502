#pragma once
#include <string>

enum class Mode { Read, Write };
struct Base {
  virtual ~Base() = default;
  virtual void run(bool Count) = 0;
};
struct Derived : Base {
  void run(bool Count) override;
};
void visit(bool Count, int Kind);
void between(bool Count);
void byDefault(int N, bool Count = false);
void choose(int N);
void choose(Mode M);
void asked(bool Count);
void changed(bool Count);
void byPointer(int Count);
void called(bool Count);
void recursive(int Depth);
void many(int N);
void other(int N);
void send(const char *Name, bool Remove);
void drop(const char *Name, bool Remove);
void save(const std::string &Name, bool Keep);
void store(const std::string &Name, int Level);
int sum();
