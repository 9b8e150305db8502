// Runs: a program that keeps to the rules; nothing may be reported.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

static void scratchOk() {
  const fs::path Dir = fs::temp_directory_path() / "st-oracle-clean";
  fs::create_directories(Dir / "deep");
  std::ofstream(Dir / "deep" / "file") << "x";
  fs::rename(Dir / "deep" / "file", Dir / "file");
  fs::remove_all(Dir);
}

static void uniqueOk() {
  char Template[] = "/tmp/st-oracle-clean-XXXXXX";
  const int Fd = mkstemp(Template);
  if (Fd < 0)
    return;
  if (write(Fd, "x", 1) != 1)
    std::cerr << "short write\n";
  close(Fd);
  unlink(Template);
}

static void devicesOk() {
  if (std::FILE *F = std::fopen("/dev/null", "w"))
    std::fclose(F);
  std::ofstream("/dev/stderr") << "to stderr\n";
  close(open("/proc/self/fd/2", O_WRONLY));
}

static void readOk() {
  std::ifstream In("/etc/passwd");
  std::string Line;
  std::getline(In, Line);
  close(open("/etc/hostname", O_RDONLY));
  for (const fs::directory_entry &Entry : fs::directory_iterator("/etc"))
    (void)Entry.is_regular_file();
}

static void logOk() {
  std::cout << "log line\n";
  std::printf("%s\n", std::getenv("PATH") ? "path" : "no path");
}

int main() {
  scratchOk();
  uniqueOk();
  devicesOk();
  readOk();
  logOk();
  return 0;
}
