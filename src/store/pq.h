/* SPDX-License-Identifier: Apache-2.0
 *
 * pq: the functions of libpq that are used, looked up when the first record on a server is opened. Linked, the library
 * would bring some twenty others (Kerberos, LDAP) into every start of the program, also where no server will ever be;
 * looked up, a machine without it does all but open such a record.
 */
#ifndef PQ_H
#define PQ_H
#include "err.h"

#include <libpq-fe.h>

#define PQ_FUNCTIONS(X)                                                                                                \
    X(PQclear)                                                                                                         \
    X(PQcmdStatus)                                                                                                     \
    X(PQconnectdbParams)                                                                                               \
    X(PQconninfoFree)                                                                                                  \
    X(PQconninfoParse)                                                                                                 \
    X(PQconsumeInput)                                                                                                  \
    X(PQerrorMessage)                                                                                                  \
    X(PQexec)                                                                                                          \
    X(PQexecParams)                                                                                                    \
    X(PQexecPrepared)                                                                                                  \
    X(PQfinish)                                                                                                        \
    X(PQfreemem)                                                                                                       \
    X(PQftype)                                                                                                         \
    X(PQgetResult)                                                                                                     \
    X(PQgetisnull)                                                                                                     \
    X(PQgetlength)                                                                                                     \
    X(PQgetvalue)                                                                                                      \
    X(PQnfields)                                                                                                       \
    X(PQnotifies)                                                                                                      \
    X(PQntuples)                                                                                                       \
    X(PQparameterStatus)                                                                                               \
    X(PQprepare)                                                                                                       \
    X(PQputCopyData)                                                                                                   \
    X(PQputCopyEnd)                                                                                                    \
    X(PQresultErrorField)                                                                                              \
    X(PQresultMemorySize)                                                                                              \
    X(PQresultStatus)                                                                                                  \
    X(PQserverVersion)                                                                                                 \
    X(PQsetNoticeProcessor)                                                                                            \
    X(PQsocket)                                                                                                        \
    X(PQstatus)

/* pq->PQexec is PQexec, and so on. */
struct pq {
#define PQ_MEMBER(name) __typeof__ (&(name))(name);
    PQ_FUNCTIONS(PQ_MEMBER)
#undef PQ_MEMBER
};

/* The library, for the rest of the process. Error: ERR_RECORD_LIBRARY. */
[[nodiscard]] bool pq_load(const struct pq **out, struct err *err);
#endif
