// Runs: shell commands that write, and some that do not.
#define _GNU_SOURCE 1
#include <stdio.h>
#include <stdlib.h>

static void run(int Status) {
  if (Status != 0)
    fputs("a command failed\n", stderr);
}

static void redirectBad(void) {
  run(system("echo x > shell-out.txt")); // expect: stateless-local-file-write "shell-out.txt"
}

static void makeBad(void) {
  run(system("mkdir -p shell-dir")); // expect: stateless-local-file-write "shell-dir"
}

static void removeBad(void) {
  run(system("rm -rf shell-dir")); // expect: stateless-local-file-write "shell-dir"
}

static void popenBad(void) {
  FILE *P = popen("cat >> /var/tmp/st-oracle-popen", "w"); // expect: stateless-local-file-write "/var/tmp/st-oracle-popen"
  if (P) {
    fputs("x\n", P);
    pclose(P);
  }
}

static void cleanBad(void) {
  run(system("rm -f /var/tmp/st-oracle-popen")); // expect: stateless-local-file-write "/var/tmp/st-oracle-popen"
}

static void silentOk(void) {
  run(system("ls / > /dev/null 2>&1"));
  run(system("cat /etc/passwd >/dev/null"));
  run(system("echo x > /tmp/st-oracle-shell"));
  run(system("rm -f /tmp/st-oracle-shell"));
}

static void readOk(void) {
  char Line[80];
  FILE *P = popen("uname", "r");
  if (P) {
    if (fgets(Line, sizeof Line, P))
      fputs(Line, stdout);
    pclose(P);
  }
}

int main(void) {
  redirectBad();
  makeBad();
  removeBad();
  popenBad();
  cleanBad();
  silentOk();
  readOk();
  return 0;
}
