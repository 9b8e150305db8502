#include <memory_resource>
int main(){}
