// std::filesystem: the operations that write, and the many that only look.
#include <filesystem>
#include <fstream>
#include <system_error>

namespace fs = std::filesystem;

void createDirectoryBad() {
  fs::create_directory("/var/lib/app/one"); // expect: stateless-local-file-write "/var/lib/app/one" confidence likely
}

void createDirectoriesBad() {
  std::error_code Error;
  std::filesystem::create_directories("/var/lib/app/many/deep", Error); // expect: stateless-local-file-write "/var/lib/app/many/deep" confidence likely
}

void copyBad() {
  fs::copy("/tmp/app-a", "/var/lib/app/copied", fs::copy_options::recursive); // expect: stateless-local-file-write "/var/lib/app/copied" confidence likely
}

void copyFileBad() {
  fs::copy_file("/tmp/app-a", "/var/lib/app/copied-file"); // expect: stateless-local-file-write "/var/lib/app/copied-file" confidence likely
}

void renameBad() {
  fs::rename("/tmp/app-a", "/var/lib/app/moved"); // expect: stateless-local-file-write "/var/lib/app/moved" confidence likely
}

void renameAwayBad() {
  fs::rename("/var/lib/app/moved-away", "/tmp/app-b"); // expect: stateless-local-file-write "/var/lib/app/moved-away" confidence likely
}

void removeBad() {
  fs::remove("/var/lib/app/removed"); // expect: stateless-local-file-write "/var/lib/app/removed" confidence likely
}

void removeAllBad() {
  fs::remove_all("/var/lib/app/tree"); // expect: stateless-local-file-write "/var/lib/app/tree" confidence likely
}

void resizeBad() {
  fs::resize_file("/var/lib/app/resized", 0); // expect: stateless-local-file-write "/var/lib/app/resized" confidence likely
}

void createSymlinkBad() {
  fs::create_symlink("/tmp/app-a", "/var/lib/app/link"); // expect: stateless-local-file-write "/var/lib/app/link" confidence likely
}

// Metadata alone is no state: the file that it belongs to is.
void permissionsOk() {
  fs::permissions("/var/lib/app/mode", fs::perms::owner_all);
}

void setTimeOk() {
  fs::last_write_time("/var/lib/app/touched", fs::file_time_type::clock::now());
}

void pathArgumentBad() {
  const fs::path Target{"/var/lib/app/from-path"};
  std::ofstream Out(Target); // expect: stateless-local-file-write "/var/lib/app/from-path" confidence likely
}

void getTimeOk() { (void)fs::last_write_time("/var/lib/app/touched"); }

void inspectOk() {
  (void)fs::exists("/var/lib/app/one");
  (void)fs::is_directory("/var/lib/app/one");
  (void)fs::file_size("/var/lib/app/resized");
  (void)fs::status("/var/lib/app/mode");
  (void)fs::space("/var/lib/app");
  (void)fs::canonical("/var/lib/app/link");
  for (const fs::directory_entry &Entry : fs::directory_iterator("/var/lib/app"))
    (void)Entry.is_regular_file();
}

// What is copied from, or pointed at, is only read.
void copyFromOk() {
  fs::copy("/var/lib/app/copied", "/tmp/app-copy");
  fs::copy_file("/etc/hosts", "/tmp/app-hosts");
  fs::create_symlink("/var/lib/app/one", "/tmp/app-link");
}

void temporaryOk() {
  fs::create_directories("/tmp/app/deep");
  fs::rename("/tmp/app/a", "/tmp/app/b");
  fs::resize_file("/tmp/app/b", 0);
  fs::permissions("/tmp/app/b", fs::perms::owner_read);
  fs::remove_all("/tmp/app");
}

// These change the text of a path, not a file.
void pathTextOk() {
  fs::path P = "/var/lib/app/one";
  P.remove_filename();
  P.replace_extension(".bak");
  P.replace_filename("two");
  P.clear();
}
