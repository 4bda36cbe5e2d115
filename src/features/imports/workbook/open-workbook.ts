import { posix } from 'node:path';
import { type Source, SourceError } from '../source.ts';
import { brokenWorkbook, tooBig } from './broken-workbook.ts';
import { cellFormats } from './cell-formats.ts';
import type { NumberKind } from './number-format.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { xmlItems } from './xml-items.ts';
import { openZipParts, type ZipParts } from './zip-parts.ts';

/** What describes a workbook is small; only its sheets and texts are large. */
const mostDescription = 16 * 1024 * 1024;
const mostSheets = 1_000;

export interface Sheet {
  name: string;
  /** Where in the workbook it lies. */
  part: string;
  hidden: boolean;
}

/** What is needed to read the sheets of a workbook. */
export interface Workbook {
  sheets: Sheet[];
  /** Days count from 1904, as old spreadsheets of the Macintosh do. */
  from1904: boolean;
  formats: NumberKind[];
  strings: SharedStrings;
  open(part: string): AsyncIterable<Buffer>;
}

interface Link {
  id: string;
  type: string;
  target: string;
}

export async function openWorkbook(source: Source): Promise<Workbook> {
  const parts = await openZipParts(source);
  const describe = (part: string) => parts.open(part, mostDescription);
  await refuseOtherKinds(parts);
  const root = (await linksOf(parts, '')).find(({ type }) => type === 'officeDocument');
  if (!root || !parts.has(root.target)) throw notAWorkbook();
  const links = await linksOf(parts, root.target);
  const { sheets, from1904 } = await readSheets(describe(root.target), links);
  const partOf = (kind: string) => links.find(({ type }) => type === kind)?.target ?? '';
  return {
    sheets,
    from1904,
    formats: await cellFormats(describe(partOf('styles'))),
    strings: await readSharedStrings(parts.open(partOf('sharedStrings'))),
    open: (part) => parts.open(part),
  };
}

/** By the declared types: macros, binary workbooks, documents that are no workbooks. */
async function refuseOtherKinds(parts: ZipParts): Promise<void> {
  let workbook = false;
  const types = xmlItems<string>(parts.open('[Content_Types].xml', mostDescription), (emit) => ({
    open: (_name, { ContentType = '' }) => emit(ContentType.toLowerCase()),
  }));
  for await (const type of types) {
    if (/macroenabled|vbaproject|sheet\.binary/.test(type)) {
      throw new SourceError(
        'unsupported_workbook',
        'This workbook holds macros or is a binary one: save it as .xlsx and upload that.',
      );
    }
    if (/spreadsheetml\.(sheet|template)\.main/.test(type)) workbook = true;
  }
  if (!workbook) throw notAWorkbook();
}

const notAWorkbook = () =>
  new SourceError('not_a_workbook', 'This file holds no workbook: send .xlsx, CSV or JSON Lines.');

/** What a part links to, by the last word of the link's type; targets are names of parts. */
async function linksOf(parts: ZipParts, part: string): Promise<Link[]> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const links: Link[] = [];
  const found = xmlItems<Link>(parts.open(file, mostDescription), (emit) => ({
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = posix.resolve('/', folder, Target).slice(1);
      emit({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  }));
  for await (const link of found) links.push(link);
  return links;
}

async function readSheets(bytes: AsyncIterable<Buffer>, links: readonly Link[]) {
  const targets = new Map(
    links.flatMap(({ id, type, target }) => (type === 'worksheet' ? [[id, target]] : [])),
  );
  const sheets: Sheet[] = [];
  let from1904 = false;
  const found = xmlItems<Sheet>(bytes, (emit) => ({
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const link = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = targets.get(link ?? '');
      // Sheets of another kind, such as a chart, have no rows.
      if (part === undefined) return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      emit({ name: attributes.name ?? '', part, hidden });
    },
  }));
  for await (const sheet of found) sheets.push(sheet);
  if (sheets.length === 0) throw brokenWorkbook();
  if (sheets.length > mostSheets) throw tooBig('The workbook has too many sheets');
  return { sheets, from1904 };
}
