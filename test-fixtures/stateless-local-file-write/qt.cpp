// args: -std=c++17 -isystem {fixtures}/include
// Qt: the path is in the object, the mode in the call that opens it.
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QString>
#include <QTemporaryFile>

void writeOnlyBad() {
  QFile File("/var/lib/qt/write-only");
  File.open(QIODevice::WriteOnly); // expect: stateless-local-file-write "/var/lib/qt/write-only" confidence likely
}

void flagsBad() {
  QFile File(QString("/var/lib/qt/flags"));
  if (!File.open(QIODevice::ReadWrite | QIODevice::Text)) // expect: stateless-local-file-write "/var/lib/qt/flags" confidence likely
    return;
}

void appendBad() {
  const QString Name = "/var/lib/qt/append";
  QFile File(Name);
  File.open(QFile::Append); // expect: stateless-local-file-write "/var/lib/qt/append"
}

void saveFileBad() {
  QSaveFile File("/var/lib/qt/saved");
  File.open(QIODevice::WriteOnly); // expect: stateless-local-file-write "/var/lib/qt/saved" confidence likely
  File.commit();
}

void makePathBad() {
  QDir().mkpath("/var/lib/qt/made"); // expect: stateless-local-file-write "/var/lib/qt/made" confidence likely
}

void removeBad() {
  QFile::remove("/var/lib/qt/removed"); // expect: stateless-local-file-write "/var/lib/qt/removed" confidence likely
}

void renameBad() {
  QFile::rename("/tmp/qt", "/var/lib/qt/renamed"); // expect: stateless-local-file-write "/var/lib/qt/renamed"
}

void readOnlyOk() {
  QFile File("/var/lib/qt/write-only");
  File.open(QIODevice::ReadOnly);
}

void readTextOk() {
  QFile File("/var/lib/qt/flags");
  File.open(QIODevice::ReadOnly | QIODevice::Text);
}

void temporaryOk() {
  QFile File("/tmp/qt/x");
  File.open(QIODevice::WriteOnly | QIODevice::Truncate);
  QDir().mkpath("/tmp/qt");
  QSaveFile Saved("/tmp/qt/saved");
  Saved.open(QIODevice::WriteOnly);
}

void temporaryFileOk() {
  QTemporaryFile File;
  File.open();
}

void inspectOk() {
  (void)QFile::exists("/var/lib/qt/removed");
  (void)QDir("/var/lib/qt").exists();
  QFile File("/var/lib/qt/unopened");
  (void)File.exists();
}
