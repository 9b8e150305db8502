//===- lmdb.h - Stand-in for the real header ---*- C++ -*-===//
//
// The names and signatures of the LMDB C interface that fixtures use.
// Declarations only, for fixtures that are compiled but never linked. It must
// not know any fixture.
//
//===----------------------------------------------------------------------===//
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct MDB_env MDB_env;
typedef unsigned int mdb_mode_t;

int mdb_env_create(MDB_env **env);
int mdb_env_open(MDB_env *env, const char *path, unsigned int flags,
                 mdb_mode_t mode);
void mdb_env_close(MDB_env *env);

#ifdef __cplusplus
}
#endif
