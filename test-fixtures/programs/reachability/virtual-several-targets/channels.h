#ifndef CHANNELS_H
#define CHANNELS_H

#include <string>

struct Channel {
  virtual ~Channel() = default;
  virtual void send(const std::string &Text) = 0;
};
struct MailChannel : Channel {
  void send(const std::string &Text) override;
};
struct TextChannel : Channel {
  void send(const std::string &Text) override;
};
struct PushChannel : Channel {
  void send(const std::string &Text) override;
};
// Two levels down, and final.
struct UrgentChannel final : TextChannel {
  void send(const std::string &Text) override;
};
// Overrides what nobody calls through the base.
struct Printer {
  virtual ~Printer() = default;
  virtual void print() {}
};
struct LinePrinter : Printer {
  void print() override;
};

void push(const std::string &Text);
void alarm(UrgentChannel &To);

#endif
