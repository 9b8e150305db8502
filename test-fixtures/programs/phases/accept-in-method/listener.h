#ifndef LISTENER_H
#define LISTENER_H

class Listener {
public:
  explicit Listener(int Port);
  ~Listener();
  // Waits for one connection; a negative number if there is none any more.
  int next() const;

private:
  int Descriptor;
};

#endif
