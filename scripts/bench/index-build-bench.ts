import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndexCore } from '../../src/features/matching/index-core.ts';
import { writeIndexSnapshot } from '../../src/features/matching/index-snapshot.ts';
import { indexedTerms } from '../../src/features/matching/indexed-terms.ts';
import { createSegmenter } from '../../src/features/matching/segmenter.ts';
import { indexTuning } from '../../src/features/matching/tuning.ts';
import { benchLife } from './index-life-bench.ts';
import { madeUpCapabilities } from './made-up-texts.ts';
import type { TestCollection } from './matching-data.ts';
import { type Comparison, cpuTime } from './ratios.ts';

const chunk = 2_000;

/** Building against bare segmentation, a chunk of documents each in turn; then what is built is used. */
export async function benchBuild(collection: TestCollection, size: number): Promise<Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-bench-index-'));
  const file = join(folder, 'capabilities.index');
  try {
    const spent = await build(collection, size, file);
    const unit = 's of processor time';
    const opened = openInChild(file);
    return [
      {
        what: 'building words and pairs ÷ bare segmentation of the same texts',
        bound: '<= 5',
        unit,
        ...ratioOf(spent.two, spent.bare),
      },
      {
        what: 'building characters too ÷ bare segmentation',
        bound: '<= 5',
        unit,
        ...ratioOf(spent.three, spent.bare),
      },
      {
        what: 'opening the snapshot ÷ building all of it',
        bound: '<= 0.1',
        unit,
        ...ratioOf(opened.seconds, spent.three),
      },
      {
        what: 'resident memory after opening, per 100,000 documents ÷ the bound',
        bound: '<= 1',
        unit: 'MB',
        ...ratioOf((opened.megabytes * 100_000) / size, 500),
      },
      ...(await benchLife(collection, size, file)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const ratioOf = (ours: number, theirs: number) => ({ ours, theirs, ratio: ours / theirs });

async function build(collection: TestCollection, size: number, file: string) {
  const segmenter = createSegmenter();
  segmenter.cut('词典');
  const none = { frequencies: new Map<number, number>(), length: 0 };
  const three = createIndexCore((document) =>
    indexedTerms(document, indexTuning.fields, segmenter),
  );
  const two = createIndexCore((document) => ({
    ...indexedTerms(document, indexTuning.fields, segmenter),
    characters: none,
  }));
  const spent = { bare: 0, two: 0, three: 0 };
  for (let from = 0; from < size; from += chunk) {
    const documents = [...madeUpCapabilities(collection, Math.min(chunk, size - from), from)];
    spent.bare += await cpuTime(() => {
      for (const { title, keywords, body } of documents) {
        for (const text of [title, keywords.join('\n'), body]) segmenter.cut(text);
      }
    });
    for (const [name, core] of Object.entries({ two, three }) as ['two' | 'three', typeof two][]) {
      spent[name] += await cpuTime(() => {
        for (const document of documents) core.upsert(document);
        core.seal();
        for (const _ of core.tidy());
      });
    }
  }
  await writeIndexSnapshot(file, three.content());
  return { bare: spent.bare / 1000, two: spent.two / 1000, three: spent.three / 1000 };
}

/** In a fresh process, so that nothing but the snapshot grows it. */
function openInChild(file: string): { seconds: number; megabytes: number } {
  const args = ['--import', 'tsx', 'scripts/bench/open-snapshot.ts', file];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
