// Opens a snapshot of the index and prints what that took: a child process of bench:index.
import { openInProcessIndex } from '../../src/features/matching/in-process-index.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import { cpuTime } from './ratios.ts';

const before = process.memoryUsage.rss();
const segmenter = createSegmenter();
const index: Awaited<ReturnType<typeof openInProcessIndex>>[] = [];
const spent = await cpuTime(async () => {
  index.push(await openInProcessIndex({ segmenter, snapshotFile: process.argv[2]! }));
});
if ((await index[0]!.count()) === 0) throw new Error('The snapshot holds nothing.');
const megabytes = (process.memoryUsage.rss() - before) / 1e6;
console.log(JSON.stringify({ seconds: spent / 1000, megabytes }));
