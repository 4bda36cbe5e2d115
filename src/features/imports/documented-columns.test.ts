import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { importKinds } from '../../vocabulary.ts';
import { agreementImporter } from './agreement-importer.ts';
import { brokerImporter } from './broker-importer.ts';
import { capabilityImporter } from './capability-importer.ts';
import { needImporter } from './need-importer.ts';
import { organizationImporter } from './organization-importer.ts';

describe('docs/imports.md', () => {
  const page = readFileSync(new URL('../../../docs/imports.md', import.meta.url), 'utf8');
  const nothing = {} as never;
  const importers = [
    needImporter(nothing),
    capabilityImporter(nothing),
    organizationImporter(nothing),
    agreementImporter(nothing),
    brokerImporter(nothing),
  ];

  it('has a part for every kind', () => {
    expect(importers.map(({ kind }) => kind)).to.have.members([...importKinds]);
  });

  for (const { kind, columns } of importers) {
    it(`lists the columns of ${kind} with their other names`, () => {
      const part = page.split(`\n## ${kind}\n`)[1]?.split('\n## ')[0] ?? '';
      const rows = part.split('\n').filter((line) => line.startsWith('| `'));
      const written = rows.map((line) => line.split('|').slice(1, 3).join('|').trim());
      expect(written).to.deep.equal(
        columns.map(({ name, also = [] }) => `\`${name}\` | ${also.join(' · ')}`.trim()),
      );
    });
  }

  it('has no header that means two columns of one kind', () => {
    for (const { kind, columns } of importers) {
      const headers = columns.flatMap(({ name, also = [] }) => [name, ...also]);
      expect(new Set(headers).size, kind).to.equal(headers.length);
    }
  });
});
