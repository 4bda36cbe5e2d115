import type { DocumentTable } from './document-table.ts';
import type { IndexContent } from './index-core.ts';
import type { Place, Segment } from './index-segment.ts';
import type { Postings } from './postings.ts';
import { spaces } from './spaces.ts';
import { createNumberDictionary, createWordDictionary } from './term-dictionary.ts';

/** One array as bytes, and what it is an array of. */
export type Column = { kind: string; bytes: Uint8Array };

const arrays = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array } as const;
type Kind = keyof typeof arrays;
type Value = Uint8Array | Int8Array | Uint16Array | Int32Array | Uint32Array | readonly string[];
type Values = Record<string, Value>;

const postingColumns = ['terms', 'offsets', 'entries', 'lengths'] as const;

/** A content's arrays by name. What may change later is copied, the rest shares the index's memory. */
export function sectionsOf({ dictionaries, segments }: IndexContent): Map<string, Column> {
  const sections = new Map<string, Column>();
  const put = (prefix: string, values: Values) => {
    for (const [name, value] of Object.entries(values)) {
      sections.set(`${prefix}.${name}`, columnOf(value));
    }
  };
  put('dictionary', {
    words: dictionaries.words.keys().slice(),
    bigrams: dictionaries.bigrams.keys().slice(),
    characters: dictionaries.characters.keys().slice(),
    names: dictionaries.names.keys().slice(),
  });
  segments.forEach(({ table, dead, postings }, s) => {
    const quantities = table.quantities.map((found) =>
      typeof found === 'string' || found.length === 0 ? found.toString() : JSON.stringify(found),
    );
    put(`${s}.table`, { ...table, quantities, dead: dead.slice() });
    for (const name of spaces) put(`${s}.${name}`, postings[name]);
  });
  return sections;
}

export function contentOf(sections: ReadonlyMap<string, Column>): IndexContent {
  const values = new Map([...sections].map(([name, column]) => [name, readColumn(column)]));
  const get = <T extends Value>(name: string): T => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no ${name}`);
    return value as T;
  };
  const dictionaries = {
    words: createWordDictionary(get<string[]>('dictionary.words')),
    bigrams: createNumberDictionary(get<Int32Array>('dictionary.bigrams')),
    characters: createNumberDictionary(get<Int32Array>('dictionary.characters')),
    names: createWordDictionary(get<string[]>('dictionary.names')),
  };
  const segments: Segment[] = [];
  for (let s = 0; values.has(`${s}.table.ids`); s += 1) {
    const postings = (space: string) =>
      Object.fromEntries(
        postingColumns.map((name) => [name, get(`${s}.${space}.${name}`)]),
      ) as Postings;
    segments.push(segmentOf(get, s, postings));
  }
  return { dictionaries, segments };
}

function segmentOf(
  get: <T extends Value>(name: string) => T,
  s: number,
  postings: (space: string) => Postings,
): Segment {
  const column = <T extends Value>(name: string) => get<T>(`${s}.table.${name}`);
  const table: DocumentTable = {
    ids: column('ids'),
    quantities: column<string[]>('quantities'),
    revisions: column('revisions'),
    fields: column('fields'),
    stages: column('stages'),
    visibilities: column('visibilities'),
    districts: column('districts'),
    organizations: column('organizations'),
    validFrom: column('validFrom'),
    validUntil: column('validUntil'),
  };
  const dead = column<Uint8Array>('dead');
  const segment: Segment = {
    table,
    postings: {
      words: postings('words'),
      bigrams: postings('bigrams'),
      characters: postings('characters'),
    },
    places: [],
    dead,
    deadCount: dead.reduce((sum, gone) => sum + gone, 0),
  };
  segment.places = table.ids.map((_, at): Place => ({ segment, at }));
  return segment;
}

/** Texts are joined by line breaks, which neither terms nor ids nor JSON hold. */
function columnOf(value: Value): Column {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { kind: value.constructor.name, bytes };
  }
  return { kind: `text ${value.length}`, bytes: Buffer.from((value as string[]).join('\n')) };
}

function readColumn({ kind, bytes }: Column): Value {
  if (kind === 'text 0') return [];
  if (kind.startsWith('text')) return Buffer.from(bytes).toString().split('\n');
  const array = arrays[kind as Kind];
  return new array(bytes.buffer as ArrayBuffer, 0, bytes.length / array.BYTES_PER_ELEMENT);
}
