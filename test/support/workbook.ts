import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { type ZipPart, zipOf } from './zip.ts';

/** A workbook as a program writes it: sheets by name, rows of cells. */
export function workbook(sheets: Record<string, Row[]>): Promise<Buffer> {
  const given = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  const { toBuffer } = writeXlsxFile(given as never);
  return (toBuffer as () => Promise<Buffer>)();
}

export interface RawSheet {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** What stands within `sheetData`. */
  rows: string;
  /** What stands behind it. */
  after?: string;
}

/** A workbook written by hand, for what a library does not write. */
export function rawWorkbook(
  sheets: readonly RawSheet[],
  more: { strings?: string; formats?: string[]; properties?: string; parts?: ZipPart[] } = {},
): Buffer {
  return zipOf(rawParts(sheets, more));
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function rawParts(
  sheets: readonly RawSheet[],
  more: { strings?: string; formats?: string[]; properties?: string; parts?: ZipPart[] } = {},
): ZipPart[] {
  const { strings = '', formats = [], properties = '', parts = [] } = more;
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const numbered = sheets.map((sheet, at) => ({ ...sheet, at: at + 1 }));
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${office}">${properties}<sheets>${numbered
        .map(
          ({ name, state, at }) =>
            `<sheet name="${name ?? `Sheet${at}`}" sheetId="${at}" r:id="s${at}"${state ? ` state="${state}"` : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${numbered
        .map(({ at }) => link(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`))
        .join(
          '',
        )}${link('t', 'sharedStrings', 'sharedStrings.xml')}${link('f', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, at) => `<xf numFmtId="${170 + at}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` },
    ...numbered.map(({ rows, after = '', at }) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      content: `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...parts,
  ];
}

/** A row of cells that hold their text themselves, from column A on; `null` leaves one out. */
export const textRow = (row: number, cells: readonly (string | null)[]): string =>
  `<row r="${row}">${cells
    .map((text, at) =>
      text === null
        ? ''
        : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`;
