// Of the methods that override a framework's, those count that somebody wrote.
#include "orders.grpc.pb.h"

static int PutBad; // expect: stateless-mutable-global "written after start-up by 'Shop::Put', on 'Shop::Put'" confidence proven

class Shop final : public Orders::Service {
public:
  grpc::Status Put(int) override { return {++PutBad}; } // expect-fact: write PutBad
};

int main(int Argc, char **) {
  Shop Own;
  Orders::AsyncService Other;
  grpc::Server Server;
  Server.Served = Argc > 1 ? static_cast<grpc::Service *>(&Other) : &Own;
  Server.Wait();
}
