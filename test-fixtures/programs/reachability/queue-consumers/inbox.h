#ifndef INBOX_H
#define INBOX_H

#include <string>

void startWorker();
void accept(const std::string &Text);
void handle(const std::string &Text);

#endif
