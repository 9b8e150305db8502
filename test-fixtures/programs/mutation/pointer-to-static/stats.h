#ifndef STATS_H
#define STATS_H

struct stats {
  long requests;
};
void stats_start(void);
void stats_count(void);
void stats_early(void);
void stats_give(void);
void stats_given(void);
void stats_choose(int which);
void stats_either(void);
void stats_look(void);
void stats_move(void);
void stats_moved(void);
void stats_lose(int at);
void stats_lost(void);
long stats_seen(void);

#endif
