#include "channels.h"

static int MailsBad; // expect: stateless-mutable-global "written after start-up by 'MailChannel::send'" "'POST /notify'" confidence likely
static int TextsBad; // expect: stateless-mutable-global "written after start-up by 'TextChannel::send'" "'POST /notify'" confidence likely
static int PushesBad; // expect: stateless-mutable-global "written after start-up by 'PushChannel::send'" "'POST /push'" confidence proven
static int UrgentBad; // expect: stateless-mutable-global "written after start-up by 'UrgentChannel::send'" "'POST /alarm'" confidence proven
static int LinesBad; // expect: stateless-mutable-global "written after start-up by 'LinePrinter::print'" confidence likely

void MailChannel::send(const std::string &Text) { MailsBad += !Text.empty(); }  // expect-fact: write MailsBad
void TextChannel::send(const std::string &Text) { TextsBad += !Text.empty(); }  // expect-fact: write TextsBad
void PushChannel::send(const std::string &Text) { PushesBad += !Text.empty(); } // expect-fact: write PushesBad
void UrgentChannel::send(const std::string &) { ++UrgentBad; } // expect-fact: write UrgentBad
void LinePrinter::print() { ++LinesBad; } // expect-fact: write LinesBad

// The object itself, no reference to a base: it is this function that runs.
void push(const std::string &Text) {
  PushChannel Channel;
  Channel.send(Text);
}
// Of a final class, so nothing can override it.
void alarm(UrgentChannel &To) { To.send("!"); }
