// args: -std=c++17 -isystem {fixtures}/include
// Log files: logs belong on stdout, which is always fine.
#include <boost/log/utility/setup/file.hpp>
#include <glog/logging.h>
#include <log4cxx/consoleappender.h>
#include <log4cxx/fileappender.h>
#include <memory>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <string>

void spdlogBasicBad() {
  auto Log = spdlog::basic_logger_mt("n", "/var/log/basic.log"); // expect: stateless-local-file-write "/var/log/basic.log" confidence likely
  Log->info("x");
}

void spdlogRotatingBad() {
  auto Log = spdlog::rotating_logger_mt("n", "/var/log/rotating.log", 1024, 3); // expect: stateless-local-file-write "/var/log/rotating.log" confidence likely
  Log->info("x");
}

void spdlogRelativeBad() {
  auto Log = spdlog::basic_logger_st("n", "logs/relative.log", true); // expect: stateless-local-file-write "logs/relative.log"
  Log->info("x");
}

void spdlogSinkBad() {
  spdlog::sinks::basic_file_sink_mt Sink("/var/log/sink.log"); // expect: stateless-local-file-write "/var/log/sink.log" confidence likely
  (void)Sink.filename();
}

void spdlogSharedSinkBad() {
  auto Sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>("/var/log/shared-sink.log"); // expect: stateless-local-file-write "/var/log/shared-sink.log"
  (void)Sink;
}

void glogBad() {
  google::SetLogDestination(google::INFO, "/var/log/glog-info."); // expect: stateless-local-file-write "/var/log/glog-info." confidence likely
}

void log4cxxBad(const log4cxx::LayoutPtr &Layout) {
  std::unique_ptr<log4cxx::Appender> Appender(new log4cxx::FileAppender(Layout, "/var/log/log4cxx.log")); // expect: stateless-local-file-write "/var/log/log4cxx.log"
}

void boostLogBad() {
  boost::log::add_file_log("/var/log/boost.log"); // expect: stateless-local-file-write "/var/log/boost.log" confidence likely
}

void spdlogConsoleOk() {
  auto Log = spdlog::stdout_color_mt("/var/log/only-a-name");
  Log->info("writing to /var/log/nothing");
}

// The first argument is a name, not a path.
void spdlogTemporaryOk() {
  auto Log = spdlog::basic_logger_mt("/var/log/name", "/tmp/basic.log");
  Log->flush();
}

void spdlogDeviceOk() {
  auto Log = spdlog::basic_logger_mt("n", "/dev/stdout");
  Log->info("x");
}

void glogOk() {
  google::InitGoogleLogging("/usr/bin/app");
  google::LogToStderr();
  google::SetLogDestination(google::WARNING, "/tmp/glog-warning.");
}

void log4cxxOk(const log4cxx::LayoutPtr &Layout) {
  log4cxx::ConsoleAppender Console(Layout);
  log4cxx::FileAppender Temporary(Layout, "/tmp/log4cxx.log");
}

void boostLogOk() { boost::log::add_file_log("/tmp/boost.log"); }
