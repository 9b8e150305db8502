#ifndef CONF_H
#define CONF_H

void configure(void);
int stopping(void);
void answer(int connected, const char *root);
void tidy_up(void);

#endif
