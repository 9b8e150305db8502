#include "tables.h"

struct Slot {
  int Uses = 0;
};
static std::unique_ptr<UniqueTable> Held = std::make_unique<UniqueTable>();
static Shard Shards[8];
static Slot SlotsBad[2][4]; // expect: stateless-mutable-global "SlotsBad" "'GET /slot'" confidence proven
static const std::unique_ptr<IdleTable> Idle = std::make_unique<IdleTable>();

int unique(const std::string &Id) { return Idle->knows(Id) ? 0 : Held->visit(Id); }
int shard(const std::string &Id) { return Shards[Id.size() % 8].visit(Id); }
int local(const std::string &Id) {
  static const auto Table = std::make_shared<LocalTable>();
  return Table->visit(Id);
}
int slot(const std::string &Id) { return ++SlotsBad[Id.size() % 2][Id.size() % 4].Uses; } // expect-fact: write SlotsBad
