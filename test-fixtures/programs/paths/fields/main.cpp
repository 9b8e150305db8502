// args: -std=c++17 -isystem {fixtures}/include
// The path is in a field, that a constructor or a setter filled with what main
// says.
#include "storage.h"
#include <httplib.h>

int main() {
  httplib::Server App;
  const Storage Disk("/var/lib/documents");
  Spool TheSpool("/srv/shop");
  Journal TheJournal;
  TheJournal.setFile("/var/log/shop.journal");
  Scratch TheScratch("/tmp/scratch", ".tmp");
  Copier Safe("/tmp/"), Lasting("/var/backups/");
  App.Put("/document", [&](const httplib::Request &Req, httplib::Response &) { Disk.put("document", Req.body); });
  App.Put("/spool", [&](const httplib::Request &Req, httplib::Response &) { TheSpool.put(Req.body); });
  App.Post("/line", [&](const httplib::Request &Req, httplib::Response &) { TheJournal.add(Req.body); });
  App.Put("/scratch", [&](const httplib::Request &Req, httplib::Response &) { TheScratch.put(Req.body); });
  App.Post("/copy", [&](const httplib::Request &Req, httplib::Response &) {
    (Req.body.empty() ? Safe : Lasting).copy("hosts");
  });
  return !App.listen("0.0.0.0", 8080);
}
