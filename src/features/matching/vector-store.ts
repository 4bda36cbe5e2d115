import { type Connection, mongo, Schema } from 'mongoose';
import type { Vector } from './vector.ts';

/** Whose meaning it is; of a need, what everyone may read and all that the firm said are two. */
export type VectorKind = 'capability' | 'need' | 'need_full';

/** The meaning of one text, kept so that it is asked for once. */
export type StoredVector = {
  kind: VectorKind;
  /** The capability's or the need's id. */
  of: string;
  model: string;
  /** The `contentRevision` that was read. */
  revision: number;
  /** Of the text: a vector whose text is another by now is not used. */
  digest: string;
  /** None where there was no text, or none that the server takes. */
  vector: Vector | undefined;
  madeAt: Date;
};

type Row = Omit<StoredVector, 'vector'> & { _id: string; codes: mongo.Binary; scale: number };

export type VectorStore = ReturnType<typeof createVectorStore>;

const batchSize = 500;

/** A projection beside the documents: lost, it costs the server's time to make again. */
export function createVectorStore(db: Connection) {
  const schema = new Schema<Row>(
    { _id: { type: String, required: true } },
    { strict: false, strictQuery: false, versionKey: false, minimize: false, autoIndex: false },
  );
  schema.index({ kind: 1, model: 1, madeAt: 1 });
  const model = db.model<Row>('match_vectors', schema, 'match_vectors');
  const idOf = (kind: VectorKind, of: string) => `${kind}:${of}`;

  async function* rows(filter: object, shown?: Record<string, 1>): AsyncIterable<Row> {
    yield* model.find(filter, shown).lean().cursor({ batchSize }) as unknown as AsyncIterable<Row>;
  }

  return {
    createIndexes: () => model.createIndexes(),

    /** Keeps the one that read the later text, whichever job ends last. */
    async put({ vector, ...rest }: StoredVector): Promise<void> {
      const _id = idOf(rest.kind, rest.of);
      const row = { ...rest, codes: toBinary(vector), scale: vector?.scale ?? 0 };
      try {
        await model.collection.updateOne(
          {
            _id,
            $or: [{ revision: { $lte: rest.revision } }, { model: { $ne: rest.model } }],
          } as never,
          { $set: row },
          { upsert: true },
        );
      } catch (error) {
        // The filter missed a newer one and the upsert ran into it: that one stays.
        if ((error as { code?: number }).code !== 11000) throw error;
      }
    },

    async getMany(kind: VectorKind, of: readonly string[]): Promise<Map<string, StoredVector>> {
      if (of.length === 0) return new Map();
      const found = (await model
        .find({ _id: { $in: of.map((id) => idOf(kind, id)) } })
        .lean()) as unknown as Row[];
      return new Map(found.map((row) => [row.of, fromRow(row)]));
    },

    /** Which text each vector of a model was made from. */
    async *revisions(
      kind: VectorKind,
      of: string,
    ): AsyncIterable<{ of: string; revision: number }> {
      yield* rows({ kind, model: of }, { of: 1, revision: 1 });
    },

    count: (kind: VectorKind, of: string): Promise<number> =>
      model.countDocuments({ kind, model: of }),

    /** Those made since an instant, or all. */
    async *since(kind: VectorKind, of: string, after?: Date): AsyncIterable<StoredVector> {
      const filter = { kind, model: of, ...(after && { madeAt: { $gte: after } }) };
      for await (const row of rows(filter)) yield fromRow(row);
    },

    async remove(kind: VectorKind, of: readonly string[]): Promise<void> {
      if (of.length > 0) {
        await model.collection.deleteMany({
          _id: { $in: of.map((id) => idOf(kind, id)) },
        } as never);
      }
    },
  };
}

const toBinary = (vector: Vector | undefined) =>
  new mongo.Binary(vector === undefined ? Buffer.alloc(0) : Buffer.from(vector.codes.buffer));

function fromRow({ _id, codes, scale, ...rest }: Row): StoredVector {
  const bytes = codes.buffer;
  const own = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, codes.length()));
  return { ...rest, vector: own.length === 0 ? undefined : { codes: own, scale } };
}
