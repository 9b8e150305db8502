//===- task_queue.cpp - Work to do later ----------------------------------===//
#include "task_queue.h"
#include <sstream>

namespace tasks {

/// The long part: counts the words of a text.
static std::string perform(const std::string &text) {
  std::istringstream in(text);
  std::string word;
  long words = 0;
  while (in >> word)
    ++words;
  return std::to_string(words) + " words\n";
}

TaskQueue::TaskQueue() : worker_([this] { work(); }) {}

TaskQueue::~TaskQueue() {
  {
    std::lock_guard<std::mutex> guard(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

long TaskQueue::submit(std::string text) {
  std::lock_guard<std::mutex> guard(mutex_);
  waiting_.push_back(Task{++lastId_, std::move(text)});
  changed_.notify_one();
  return lastId_;
}

Progress TaskQueue::look(long id, std::string &result) {
  std::lock_guard<std::mutex> guard(mutex_);
  auto found = results_.find(id);
  if (found == results_.end())
    return id >= 1 && id <= lastId_ ? Progress::Waiting : Progress::Unknown;
  result = found->second;
  return Progress::Done;
}

void TaskQueue::work() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_)
      return;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    std::string result = perform(task.text);
    lock.lock();
    results_[task.id] = result;
  }
}

} // namespace tasks
