#ifndef HANDLE_H
#define HANDLE_H

#include <memory>
#include <string>

// What it holds, only its own unit knows.
class Handle {
public:
  explicit Handle(const std::string &Path);
  Handle(Handle &&) noexcept;
  ~Handle();
  void write(const std::string &Text) const;
  bool any() const;

private:
  struct Impl;
  std::unique_ptr<Impl> Inside;
};
// Two variables of one class, in a unit of their own.
class Logger {
public:
  Logger() = default;
  explicit Logger(std::string P);
  void reopen(const std::string &P);
  void add(const std::string &Line);
  bool any() const;

private:
  std::string Path;
};
extern Logger Access, Audit, System;
Logger &debugLog();

#endif
