//===- task_queue.h - Work to do later -------------------------*- C++ -*-===//
//
// Tasks wait in a queue for the one worker; their results are kept for whoever
// asks. It knows nothing of HTTP.
//
//===----------------------------------------------------------------------===//
#ifndef TASKS_TASK_QUEUE_H
#define TASKS_TASK_QUEUE_H

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace tasks {

enum class Progress { Unknown, Waiting, Done };

class TaskQueue {
public:
  TaskQueue();
  ~TaskQueue();

  /// The number of the new task.
  long submit(std::string text);
  Progress look(long id, std::string &result);

private:
  struct Task {
    long id;
    std::string text;
  };

  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> waiting_;
  std::map<long, std::string> results_;
  long lastId_ = 0;
  bool stopping_ = false;
  std::thread worker_;
};

} // namespace tasks

#endif
