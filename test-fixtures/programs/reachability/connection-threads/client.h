#ifndef CLIENT_H
#define CLIENT_H

#include <string>

int openPort(int Port);
void serveClient(int Fd);
void greet(int Fd);
std::string answer(const std::string &Text);

#endif
