#ifndef COMMANDS_H
#define COMMANDS_H

#ifdef __cplusplus
extern "C" {
#endif

struct command {
  const char *name;
  int (*run)(const char *argument);
};

extern const struct command admin_commands[];
int dispatch(const char *name, const char *argument);
int dispatch_admin(int index, const char *argument);
int run_fixed(const char *argument);

#ifdef __cplusplus
}
#endif

#endif
