#ifndef REACTOR_H
#define REACTOR_H

struct watch {
  int fd;
  int (*handler)(struct watch *);
};
void add_event(int fd, int (*handler)(struct watch *));
void notify_all(void);
void run_events(void);

#endif
