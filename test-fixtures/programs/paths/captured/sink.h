#ifndef SINK_H
#define SINK_H

#include <functional>
#include <string>

using Sink = std::function<void(const std::string &)>;

Sink fileSink(std::string Path);
Sink fixedSink();
Sink nullSink();

#endif
