// args: -std=c17 -D_GNU_SOURCE
// What a child process writes that ends itself is the child's alone, in
// whichever form it is told from its parent. Files it writes are there for all.
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int equal_ok;    // expect-benign: stateless-mutable-global "written only in a child process"
static int not_ok;      // expect-benign: stateless-mutable-global "written only in a child process"
static int assigned_ok; // expect-benign: stateless-mutable-global "written only in a child process"
static int switch_ok;   // expect-benign: stateless-mutable-global "written only in a child process"
static int else_ok;     // expect-benign: stateless-mutable-global "written only in a child process"
static int rest_ok;     // expect-benign: stateless-mutable-global "written only in a child process"
static int deep_ok;     // expect-benign: stateless-mutable-global "written only in a child process"
static int exec_ok;     // expect-benign: stateless-mutable-global "written only in a child process"
static int parent_bad;  // expect: stateless-mutable-global "parent_bad" "request loop"
static int goes_on_bad; // expect: stateless-mutable-global "goes_on_bad" "request loop"
static int shared_bad;  // expect: stateless-mutable-global "shared_bad" "request loop"
static int both_bad;    // expect: stateless-mutable-global "both_bad" "request loop"
static int other_bad;   // expect: stateless-mutable-global "other_bad" "request loop"
static int vfork_bad;   // expect: stateless-mutable-global "vfork_bad" "request loop"

static void deeper(void) { ++deep_ok; }
static void deep(void) { deeper(); }
static void both(void) { ++both_bad; }

static void forms(int client) {
  if (fork() == 0) { ++equal_ok; deep(); both(); FILE *out = fopen("/var/lib/child.txt", "w"); if (out) fclose(out); _exit(0); } // expect: stateless-local-file-write "/var/lib/child.txt"
  if (!fork()) { ++not_ok; exit(1); }
  pid_t pid;
  if ((pid = fork()) == 0) { if (client > 3) { ++assigned_ok; abort(); } execl("/bin/true", "true", (char *)0); ++exec_ok; _exit(127); }
  switch (pid = fork()) { case -1: ++parent_bad; break; case 0: ++switch_ok; _exit(0); default: ++parent_bad; }
  pid = fork();
  if (pid > 0) { ++parent_bad; waitpid(pid, NULL, 0); } else { ++else_ok; _exit(0); }
}

static void rest(void) {
  pid_t child = fork();
  if (child != 0) { ++parent_bad; return; }
  ++rest_ok;
  _exit(0);
}

static void others(int client) {
  if (fork() == 0) { ++goes_on_bad; if (client == 7) _exit(0); }
  pid_t pid = fork();
  if (pid == 0) goto end;
  if (pid > 0) return;
end:
  ++shared_bad;
  if (client == 8) return;
  int number = client;
  if (number == 0) { ++other_bad; _exit(0); }
  if (vfork() == 0) { ++vfork_bad; _exit(0); }
}

int main(void) {
  for (;;) {
    int client = accept(3, NULL, NULL);
    forms(client);
    rest();
    others(client);
    both();
    close(client);
  }
}
