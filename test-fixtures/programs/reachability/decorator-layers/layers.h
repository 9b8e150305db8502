#ifndef LAYERS_H
#define LAYERS_H

#include <httplib.h>
#include <string>

using Handler = httplib::Server::Handler;

void logged(httplib::Server &App, const std::string &Path, Handler Fn);
void secured(httplib::Server &App, const std::string &Path, Handler Fn);

#endif
