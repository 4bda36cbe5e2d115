// Measures the in-process index beside its peers in one run, and prints ratios with their bounds:
// npm run bench:index -- <folder of a collection> [--size 20000] [parts of the benchmark].

import { benchEventLoop } from './bench/event-loop-bench.ts';
import { benchBuild } from './bench/index-build-bench.ts';
import { benchQueries } from './bench/index-query-bench.ts';
import type { TestCollection } from './bench/matching-data.ts';
import { readCollection } from './bench/matching-data.ts';
import { type Comparison, print } from './bench/ratios.ts';

const parts: Record<string, (collection: TestCollection, size: number) => Promise<Comparison[]>> = {
  queries: (...given) => benchQueries(...given, ['words', 'bigrams', 'characters']),
  pairs: (...given) => benchQueries(...given, ['words', 'bigrams']),
  build: benchBuild,
  eventloop: benchEventLoop,
};

const args = process.argv.slice(2);
const sizeAt = args.indexOf('--size');
const size = sizeAt < 0 ? 100_000 : Number(args.splice(sizeAt, 2)[1]);
const [folder, ...wanted] = args;
if (folder === undefined) {
  throw new Error('Name the folder of a collection: npm run bench:index -- <folder>');
}
const collection = await readCollection(folder);
console.log(`${size} made-up capabilities`);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) print(await run(collection, size));
}
