#ifndef BUS_H
#define BUS_H

#include <functional>
#include <string>

using Listener = std::function<void(const std::string &)>;
using Command = std::function<int(const std::string &)>;

void subscribe(Listener Fn);
void publish(const std::string &Text);
int perform(const std::string &Name, const std::string &Argument);
int performKnown(const std::string &Argument);

#endif
