import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const limit = 250_000;

interface Chunk {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
}

describe('what a browser loads', () => {
  const chunks = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Record<
    string,
    Chunk
  >;

  /** Bytes of compressed JavaScript of these chunks and of all that they import at once. */
  function weigh(names: string[]): number {
    const all = new Set<string>();
    const follow = (name: string) => {
      if (all.has(name)) return;
      all.add(name);
      for (const next of chunks[name]?.imports ?? []) follow(next);
    };
    names.forEach(follow);
    return [...all].reduce((sum, name) => sum + sizeOf(chunks[name]!.file), 0);
  }

  /** As a browser without Brotli gets it: by gzip of the build, small files as they are. */
  function sizeOf(file: string): number {
    if (!file.endsWith('.js')) return 0;
    const compressed = `${folder}${file}.gz`;
    return statSync(existsSync(compressed) ? compressed : folder + file).size;
  }

  const entry = Object.keys(chunks).find((name) => chunks[name]!.isEntry)!;
  const language = 'texts/zh.ts';

  it(`is at most ${limit / 1000} kB of gzip JavaScript for every page that one begins with`, () => {
    const pages = Object.keys(chunks).filter((name) =>
      /^pages\/.*(-page|sign-in|invitation)\.tsx$/.test(name),
    );
    expect(pages).not.to.have.length(0);
    const heavy = pages
      .map((page) => ({ page, bytes: weigh([entry, language, page]) }))
      .filter(({ bytes }) => bytes > limit);
    expect(heavy).to.deep.equal([]);
  });
});
