import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as vocabulary from './vocabulary.ts';
import { type Name, vocabularyNames } from './vocabulary-names.ts';

describe('the names of the vocabulary', () => {
  const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');
  const tables = Object.entries(vocabularyNames) as [
    keyof typeof vocabularyNames,
    Record<string, Name>,
  ][];

  it('name every code once, in the order of the codes', () => {
    expect(Object.keys(vocabularyNames)).to.have.members(Object.keys(vocabulary));
    for (const [table, codes] of Object.entries(vocabulary)) {
      const names = vocabularyNames[table as keyof typeof vocabulary];
      expect(Object.keys(names), table).to.deep.equal([...codes]);
    }
  });

  it('are those of the glossary', () => {
    for (const [table, names] of tables) {
      const written = rows(table).map(([code, zh, en]) => [code!.replaceAll('`', ''), { zh, en }]);
      expect(Object.fromEntries(written), table).to.deep.equal(names);
    }
  });

  it('use one word for one thing', () => {
    for (const [table, names] of tables) {
      for (const language of ['zh', 'en'] as const) {
        const words = Object.values(names).map((name) => name[language]);
        expect(new Set(words).size, `${table} ${language}`).to.equal(words.length);
      }
    }
    const words = rows('Words');
    for (const column of [0, 1]) {
      expect(new Set(words.map((row) => row[column])).size).to.equal(words.length);
    }
  });

  /** The cells of the table under a heading. */
  function rows(heading: string): string[][] {
    const section = glossary.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    return section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
  }
});
