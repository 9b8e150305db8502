// Macros that declare, continue lines and hide names; digraphs.
#define DEFINE_COUNTER(NAME) static int NAME##Bad
#define BEGIN namespace hidden <%
#define END %>
#define EMPTY

DEFINE_COUNTER(First); // expect: stateless-mutable-global "FirstBad"
BEGIN
int EMPTY Inside\
Bad EMPTY; // expect@-1: stateless-mutable-global "InsideBad"
END

#define BUMP(X) do { (X) = (X) + 1; } while (0)

void hit() <%
  BUMP(FirstBad);
  BUMP(hidden::InsideBad);
%>
