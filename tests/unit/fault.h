/* SPDX-License-Identifier: Apache-2.0
 *
 * fault: failures on purpose, at the n-th chance, after which everything works again. Two places to fail:
 *
 *   fault_engine  the calls of the database seam (db_private.h): every statement, row, begin and commit
 *   fault_disk    the writes of SQLite to the disk: as a full disk, or as a disk that gives errors
 */
#ifndef FAULT_H
#define FAULT_H
#include "db_private.h"

/* Let the n-th call of the engine of this db fail, from 1; 0: none. fault_hit tells whether it did. */
void fault_engine(struct db *db, unsigned long n);

/* Do something at the n-th call, which then goes on: what a call meets that comes after a disaster. */
void fault_engine_do(struct db *db, unsigned long n, void (*disaster)(void *self), void *self);

enum fault_kind { FAULT_FULL, FAULT_ERROR };
/* Let the n-th write, truncation or flush of any file fail, from 1, and all that follow until fault_none. Databases
 * must be opened after fault_disk_install. */
void fault_disk_install(void);
void fault_disk(unsigned long n, enum fault_kind kind);

void fault_none(void);
bool fault_hit(void);
#endif
