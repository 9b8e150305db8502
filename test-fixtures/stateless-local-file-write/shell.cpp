// Shell commands: redirections and commands that write, and their look-alikes.
#include <cstdio>
#include <cstdlib>
#include <string>

void redirectBad() {
  std::system("echo x > /var/lib/app/redirect"); // expect: stateless-local-file-write "/var/lib/app/redirect" confidence likely
}

void redirectTightBad() {
  std::system("echo x >/var/lib/app/tight"); // expect: stateless-local-file-write "/var/lib/app/tight"
}

void appendBad() {
  system("date >> /var/lib/app/append"); // expect: stateless-local-file-write "/var/lib/app/append"
}

void redirectStderrBad() {
  system("ls 2> /var/log/app.err"); // expect: stateless-local-file-write "/var/log/app.err"
}

void removeBad() {
  system("rm -rf /var/cache/app"); // expect: stateless-local-file-write "/var/cache/app" confidence likely
}

void moveBad() {
  system("mv /tmp/a /var/lib/app/moved"); // expect: stateless-local-file-write "/var/lib/app/moved"
}

void copyBad() {
  system("cp -r /tmp/a /var/lib/app/copied"); // expect: stateless-local-file-write "/var/lib/app/copied"
}

void makeDirectoryBad() {
  system("mkdir -p /var/lib/app/made"); // expect: stateless-local-file-write "/var/lib/app/made"
}

void touchBad() {
  system("touch relative.flag"); // expect: stateless-local-file-write "relative.flag"
}

void secondCommandBad() {
  system("ls /tmp && rm /var/lib/app/second"); // expect: stateless-local-file-write "/var/lib/app/second"
}

void pipedTeeBad() {
  system("dmesg | tee /var/log/dmesg.copy"); // expect: stateless-local-file-write "/var/log/dmesg.copy"
}

void popenBad() {
  if (std::FILE *P = popen("tee /var/log/tee.log", "w")) // expect: stateless-local-file-write "/var/log/tee.log"
    pclose(P);
}

void concatenatedBad() {
  const std::string Directory = "/var/lib/app/joined";
  system(("rm -rf " + Directory).c_str()); // expect: stateless-local-file-write "/var/lib/app/joined"
}

void formattedBad() {
  char Command[128];
  std::snprintf(Command, sizeof Command, "mkdir -p %s/sub", "/var/lib/formatted");
  system(Command); // expect: stateless-local-file-write "/var/lib/formatted"
}

void unknownDirectoryBad(const std::string &Directory) {
  system(("rm -rf " + Directory).c_str()); // expect: stateless-local-file-write "system" confidence possible
}

void listOk() { system("ls"); }
void listPathOk() { system("ls -l /var/lib/app"); }
void nullOk() { system("cat /etc/passwd > /dev/null"); }
void mergeOk() { system("ls /var/lib/app 2>&1"); }
void nullBothOk() { system("ls /var/lib/app >/dev/null 2>&1"); }
void sortOk() { system("sort /var/lib/app/x > /tmp/y"); }
void inputOk() { system("sort < /var/lib/app/x"); }
void removeInsideOk() { system("rm -f /tmp/app.lock"); }
void copyOutOk() { system("cp /etc/hosts /tmp/hosts"); }
void quotedOk() { system("echo 'a > /var/lib/app/quoted'"); }
void argumentNamedLikeCommandOk() { system("grep rm /var/lib/app/x"); }
void wordInsideWordOk() { system("/usr/bin/confirm /var/lib/app/x"); }

void popenReadOk() {
  if (std::FILE *P = popen("df -h /var/lib/app", "r"))
    pclose(P);
}
