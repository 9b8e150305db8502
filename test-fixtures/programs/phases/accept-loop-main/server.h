#ifndef SERVER_H
#define SERVER_H

extern int port_ok, verbose_ok, tries_ok, served_bad, turns_bad;
extern const char *names_ok[8];

void add_name(const char *name);
void handle(int fd);
int open_port(int port);

#endif
