import type { Connection, mongo } from 'mongoose';
import { createNewId } from '../../src/ids.ts';

type Row = { _id: string; [field: string]: unknown };

/** How many rows each collection ends with; what is not named keeps those of the demo. */
export type Sizes = Record<string, number>;

/** What belongs to one row alone, or would make the service look at each copy anew. */
const own = ['externalId', 'creditCode', 'requests', 'likeness', 'duplicateOf', 'remindOn'];

/**
 * Copies the rows of a demo district until each collection is as long as asked. A copy is a whole
 * district over again: its rows have new ids and name each other by them; what is not copied, such as
 * people, is shared.
 */
export async function copyDistrict(
  db: Connection,
  sizes: Sizes,
  /** Ids that a copy names otherwise, by its number. */
  renamed: (copy: number) => Record<string, string>,
): Promise<void> {
  const newId = createNewId();
  const rows = new Map<string, Row[]>();
  for (const name of Object.keys(sizes)) {
    rows.set(name, (await db.collection<Row>(name).find().toArray()) as Row[]);
  }
  const lengths = new Map([...rows].map(([name, some]) => [name, some.length]));
  for (let copy = 1, made = 1; made > 0; copy += 1) {
    made = 0;
    const ids = new Map(Object.entries(renamed(copy)));
    const wanted = new Map<string, Row[]>();
    for (const [name, some] of rows) {
      const room = sizes[name]! - lengths.get(name)!;
      const follows = some.filter((row) => ownerOf(row) === undefined || ids.has(ownerOf(row)!));
      wanted.set(name, follows.slice(0, room));
      for (const { _id, createdAt } of wanted.get(name)!) {
        if (ulid.test(_id) && !ids.has(_id)) ids.set(_id, newId((createdAt as Date) ?? new Date()));
      }
    }
    for (const [name, some] of wanted) {
      if (some.length === 0) continue;
      const copies = some.map((row) => copied(row, ids, copy));
      await db.collection<Row>(name).insertMany(copies as mongo.OptionalUnlessRequiredId<Row>[]);
      lengths.set(name, lengths.get(name)! + some.length);
      made += some.length;
    }
  }
}

/** What a row is about: where that is not copied, neither is the row. */
const ownerOf = ({ _id, needId, subject, capabilityIds }: Row): string | undefined =>
  (needId as string) ?? (subject as { id: string })?.id ?? (capabilityIds ? _id : undefined);

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;

function copied(row: Row, ids: ReadonlyMap<string, string>, copy: number): Row {
  const made = withIds(row, ids) as Row;
  for (const name of own) delete made[name];
  if (Array.isArray(made.todo)) made.todo = [];
  if (typeof made.registeredNumber === 'string') made.registeredNumber += `-${copy}`;
  // A line of the log is called after what it is about; a notice, after what happened.
  const [subject, revision] = row._id.split('.');
  if (revision) made._id = `${ids.get(subject!)}.${revision}`;
  if (typeof made.key === 'string') made.key += `.${copy}.${row._id}`;
  return made;
}

/** The same value with every id in it exchanged. */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(one, ids)]));
}
