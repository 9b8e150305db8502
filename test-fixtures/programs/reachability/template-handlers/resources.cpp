// args: -std=c++17 -isystem {fixtures}/include
#include "resources.h"

static int UsersBad; // expect: stateless-mutable-global "written after start-up by 'User::touch'" "'GET /users'" confidence proven
static int InvoicesBad; // expect: stateless-mutable-global "written after start-up by 'Invoice::touch'" "'GET /invoices'" confidence proven
static int DraftsBad; // expect: stateless-mutable-global "written after start-up by 'Draft::touch'" confidence likely

void User::touch() { ++UsersBad; }       // expect-fact: write UsersBad
void Invoice::touch() { ++InvoicesBad; } // expect-fact: write InvoicesBad
void Draft::touch() { ++DraftsBad; }     // expect-fact: write DraftsBad
