import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { problemNames } from './problem-names.ts';

/** The ways in which this code base names a problem; a new way belongs in here. */
const ways = [
  /\bconflict\(\s*'(\w+)'/g,
  /\bnew AppError\(\s*\d+,\s*'(\w+)'/g,
  /\binvalidField\(\s*[^,]+,\s*'(\w+)'/g,
  /\bnew SourceError\(\s*'(\w+)'/g,
  /\bnew UnreadableCell\(\s*'(\w+)'/g,
  /\brefuse\(\s*\w+,\s*'(\w+)'/g,
  /\bfault\(\s*'(\w+)'/g,

  /\bcode: '(\w+)',?\s*(?:message|column|path|params)\b/g,
  /\bcode: '(\w+)', ?message/g,
  /\bmessage:? ?[^\n]*code: '(\w+)'/g,
  /\bparams: \{\s*code: '(\w+)'/g,
  /\bparams: \{\s*code: [^}]*\? '(\w+)' : '\w+'/g,
  /\bparams: \{\s*code: [^}]*\? '\w+' : '(\w+)'/g,
  /\bpath[^}\n]*, code: '(\w+)'/g,
  /\bcode: [^\n]*\? '(\w+)' : '\w+',\s*message/g,
  /\bcode: [^\n]*\? '\w+' : '(\w+)',\s*message/g,
  /\bcode: '(\w+)',?\n/g,
];

/** Codes of zod's and of agreements' warnings, which have tables of their own. */
const others = new Set(['custom', 'double_count', 'foreign_value_differs', 'unusual_ratio']);
const warnings = new Set(['buyer_district_assumed', 'unknown_nature']);

describe('the names of problems', () => {
  it('name every code that the code can throw, and no other', () => {
    const root = new URL('.', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.ts$/.test(file) &&
        !/\.test\.ts$|^(embedded|demo|web)|-names\.ts$|^reports/.test(file.replaceAll('\\', '/')),
    );
    const found = new Set<string>();
    for (const file of files) {
      const text = readFileSync(new URL(file, root), 'utf8');
      for (const way of ways) for (const [, code] of text.matchAll(way)) found.add(code!);
    }
    const known = Object.keys(problemNames);
    const unnamed = [...found].filter(
      (code) => !known.includes(code) && !others.has(code) && !warnings.has(code),
    );
    expect(unnamed, 'without a name in problem-names.ts').to.deep.equal([]);
    const all = files.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n');
    const unused = known.filter((code) => !all.includes(`'${code}'`) && !all.includes(`${code}:`));
    expect(unused, 'named, but never thrown').to.deep.equal([]);
  });

  it('say in both languages what to do', () => {
    for (const [code, { zh, en }] of Object.entries(problemNames)) {
      expect(zh, code).to.match(/[\u4e00-\u9fff].*[。!?]$/);
      expect(en, code).to.match(/^[A-Z].*[.!?]$/);
    }
  });
});
