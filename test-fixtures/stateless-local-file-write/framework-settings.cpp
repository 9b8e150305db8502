// args: -std=c++17 -isystem {fixtures}/include
// One name, several overloads: with a file's name among the arguments or in the
// object; settings that lie where the name of an organisation leads.
#include <QFile>
#include <QSettings>

void namedBad() {
  QSettings Settings("/etc/shop.ini", QSettings::IniFormat);
  Settings.setValue("a", "b"); // expect: stateless-local-file-write "'QSettings::setValue' writes '/etc/shop.ini'"
}

void organisationBad() {
  QSettings Settings("Shop", "Cart");
  Settings.setValue("a", "b"); // expect: stateless-local-file-write "'~/.config/Shop/Cart'"
}

void scopeBad() {
  QSettings Settings(QSettings::SystemScope, "Shop");
  Settings.setValue("a", "b"); // expect: stateless-local-file-write "'~/.config/Shop'"
}

void defaultBad() {
  QSettings Settings;
  Settings.setValue("a", "b"); // expect: stateless-local-file-write "'~/.config'"
}

void temporaryOk() {
  QSettings Settings("/tmp/shop.ini", QSettings::IniFormat);
  Settings.setValue("a", "b");
}

void readsOk() {
  QSettings Settings("Shop", "Cart");
  (void)Settings.value("a");
}

void removeBad() {
  QFile File("/srv/removed");
  File.remove(); // expect: stateless-local-file-write "'QFile::remove' deletes '/srv/removed'"
}

void renameBad() {
  QFile File("/tmp/renamed");
  File.rename("/srv/renamed"); // expect: stateless-local-file-write "'/srv/renamed'"
}

void copyBad() {
  QFile File("/tmp/original");
  File.copy("/srv/copy"); // expect: stateless-local-file-write "'QFile::copy' writes '/srv/copy'"
}

void membersOk() {
  QFile File("/tmp/a");
  File.copy("/tmp/b");
  File.rename("/tmp/c");
}

void copyFromOk() {
  QFile File("/srv/original");
  File.copy("/tmp/copy");
  QFile::copy("/srv/original", "/tmp/copy");
}
