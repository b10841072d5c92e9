// SPDX-License-Identifier: Apache-2.0
//
// cube_duckdb: DuckDB's side of the benchmark of the cube (bench/cube.sh): loads the numbers and asks the questions that
// `cube questions` prints. Run where @duckdb/node-api is installed:
//
//     node cube_duckdb.mjs DATABASE NUMBERS UNITS BOARD QUESTIONS
//
// Lines "question TAB milliseconds TAB check", the median of the runs; a run is the statement with its whole result in
// DuckDB's memory, without making JavaScript values of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.cwd() + '/');
const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href);
const [database, numbers, units, board, questions] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(database)).connect();
const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;
const tell = (name, ms, check) => console.log(`${name}\t${ms.toFixed(6)}\t${check}`);

await db.run('CREATE TABLE figure (indicator SMALLINT, unit SMALLINT, period SMALLINT, value BIGINT)');
await db.run('CREATE TABLE unit (id SMALLINT, province SMALLINT)');
await db.run('CREATE TABLE board (id SMALLINT, indicator SMALLINT, p SMALLINT, plan SMALLINT, last SMALLINT, before SMALLINT)');
let start = milliseconds();
await db.run(`COPY figure FROM '${numbers}' (HEADER false)`);
await db.run('CHECKPOINT');
tell('load', milliseconds() - start, 0);
await db.run(`COPY unit FROM '${units}' (HEADER false)`);
await db.run(`COPY board FROM '${board}' (HEADER false)`);

for (const line of readFileSync(questions, 'utf8').trim().split('\n')) {
    const [name, sql] = line.split('\t');
    const statement = await db.prepare(sql);
    const runs = ['scan', 'pivot_rollup'].includes(name) ? 5 : 15;
    const times = [];
    for (let i = 0; i < runs; i++) {
        start = milliseconds();
        await statement.run();
        times.push(milliseconds() - start);
    }
    times.sort((a, b) => a - b);
    const check = (await db.runAndReadAll(`SELECT sum(a)::VARCHAR FROM (${sql}) AS q`)).getRows()[0][0];
    tell(name, times[Math.floor(runs / 2)], check);
}
