import { createHash } from 'node:crypto';
import { unscoped } from '../../access/actor.ts';
import type { Clock } from '../../clock.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { CandidateDocument, DocumentVector } from './candidate-index.ts';
import type { Embedder } from './embeddings.ts';
import {
  capabilityDocument,
  type Depth,
  hasSecrets,
  needDocument,
  needDocumentAt,
  wholeText,
} from './match-texts.ts';
import type { Vector } from './vector.ts';
import type { StoredVector, VectorKind, VectorStore } from './vector-store.ts';

export type MeaningVectors = ReturnType<typeof createMeaningVectors>;

type Wanted = { kind: VectorKind; of: string; revision: number; text: string };

const everything = unscoped('vectors are a projection of the store');

/**
 * The vectors of capabilities and needs: made once for a text, kept with it, and used only while
 * the text is still that one. Confidential text leaves the house only where the district said so.
 */
export function createMeaningVectors(parts: {
  embedder: Embedder;
  store: VectorStore;
  capabilities: CapabilityStore;
  needs: NeedStore;
  /** Whether text of the layers `assigned` and `nda` may be sent. */
  confidential: boolean;
  clock: Clock;
}) {
  const { embedder, store, capabilities, needs, confidential, clock } = parts;
  const { model } = embedder;

  const isOf = (stored: StoredVector | undefined, text: string): stored is StoredVector =>
    stored !== undefined && stored.model === model && stored.digest === digestOf(text);

  const saysMore = (need: Need) => confidential && hasSecrets(need);

  function wantedOfCapability(capability: Capability): Wanted[] {
    const { _id: of, contentRevision: revision } = capability;
    return [{ kind: 'capability', of, revision, text: wholeText(capabilityDocument(capability)) }];
  }

  function wantedOfNeed(need: Need): Wanted[] {
    const { _id: of, contentRevision: revision } = need;
    const wanted: Wanted[] = [{ kind: 'need', of, revision, text: wholeText(needDocument(need)) }];
    if (saysMore(need)) {
      wanted.push({
        kind: 'need_full',
        of,
        revision,
        text: wholeText(needDocumentAt(need, 'full')),
      });
    }
    return wanted;
  }

  /** Asks for what is missing; what is there only follows the revision. Answers the new ones. */
  async function makeAll(wanted: readonly Wanted[], signal?: AbortSignal): Promise<string[]> {
    const missing: Wanted[] = [];
    const known = new Map<string, StoredVector>();
    for (const kind of new Set(wanted.map((one) => one.kind))) {
      const ids = wanted.filter((one) => one.kind === kind).map(({ of }) => of);
      for (const [of, stored] of await store.getMany(kind, ids)) known.set(kind + of, stored);
    }
    for (const one of wanted) {
      const stored = known.get(one.kind + one.of);
      if (!isOf(stored, one.text)) missing.push(one);
      else if (stored.revision < one.revision)
        await store.put({ ...stored, revision: one.revision });
    }
    const said = missing.filter(({ text }) => text !== '');
    const vectors = await embedder.embed(
      said.map(({ text }) => text),
      wanted[0]?.kind === 'capability' ? 'passage' : 'query',
      signal,
    );
    const byText = new Map(said.map((one, i) => [one, vectors[i]]));
    const made = missing.map((one): StoredVector => {
      const { text, ...rest } = one;
      const madeAt = clock.now();
      return { ...rest, model, digest: digestOf(text), vector: byText.get(one), madeAt };
    });
    for (const one of made) await store.put(one);
    return [...new Set(made.map(({ of }) => of))];
  }

  async function revisionsOf(kind: VectorKind): Promise<Map<string, number>> {
    const known = new Map<string, number>();
    for await (const { of, revision } of store.revisions(kind, model)) known.set(of, revision);
    return known;
  }

  return {
    model,

    /** Makes the vectors of some capabilities; answers whose are new. */
    async makeForCapabilities(ids: readonly string[], signal?: AbortSignal): Promise<string[]> {
      const found = [...(await capabilities.getMany(everything, ids)).values()];
      const offered = found.filter(({ status }) => status === 'published');
      return makeAll(offered.flatMap(wantedOfCapability), signal);
    },

    /** The same for needs that are matched. */
    async makeForNeeds(ids: readonly string[], signal?: AbortSignal): Promise<string[]> {
      const found = [...(await needs.getMany(everything, ids)).values()];
      const matched = found.filter(({ status }) => status === 'open' || status === 'engaged');
      return makeAll(matched.flatMap(wantedOfNeed), signal);
    },

    /** Capabilities on offer whose vector is missing, or was made from an older text. */
    async *missingCapabilities(): AsyncIterable<string> {
      const known = await revisionsOf('capability');
      const shown = { contentRevision: 1 } as const;
      const offered = capabilities.each(everything, { status: 'published' }, shown);
      for await (const { _id, contentRevision } of offered) {
        if ((known.get(_id) ?? 0) < contentRevision) yield _id;
      }
    },

    async *missingNeeds(): AsyncIterable<string> {
      const known = { need: await revisionsOf('need'), need_full: await revisionsOf('need_full') };
      for await (const need of needs.each(everything, { status: 'open' })) {
        const missing = wantedOfNeed(need).some(
          ({ kind, of, revision }) => (known[kind as keyof typeof known].get(of) ?? 0) < revision,
        );
        if (missing) yield need._id;
      }
    },

    /** A need's meaning at a depth: of the public layer where the rest may not be sent. */
    async ofNeed(need: Need, depth: Depth): Promise<Vector | undefined> {
      const full = depth === 'full' && saysMore(need);
      const text = wholeText(needDocumentAt(need, full ? 'full' : 'public'));
      const kind = full ? 'need_full' : 'need';
      const stored = (await store.getMany(kind, [need._id])).get(need._id);
      return isOf(stored, text) ? stored.vector : undefined;
    },

    async ofCapability(capability: Capability): Promise<Vector | undefined> {
      const stored = (await store.getMany('capability', [capability._id])).get(capability._id);
      return isOf(stored, wholeText(capabilityDocument(capability))) ? stored.vector : undefined;
    },

    /** Vectors of documents as they are now; one made from another text is thrown away. */
    async ofDocuments(
      kind: VectorKind,
      documents: readonly CandidateDocument[],
    ): Promise<DocumentVector[]> {
      const stored = await store.getMany(
        kind,
        documents.map(({ id }) => id),
      );
      const outdated: string[] = [];
      const vectors = documents.map((document): DocumentVector => {
        const one = stored.get(document.id);
        const fits = isOf(one, wholeText(document));
        if (one !== undefined && !fits) outdated.push(document.id);
        return { id: document.id, vector: fits ? one.vector : undefined };
      });
      await store.remove(kind, outdated);
      return vectors;
    },

    /** For an index to follow: vectors of this model made since an instant, or all. */
    async *since(kind: VectorKind, after?: Date): AsyncIterable<DocumentVector> {
      for await (const { of: id, vector } of store.since(kind, model, after)) yield { id, vector };
    },

    /** Of some needs those whose vector read their text as it is. */
    async currentNeeds(some: readonly Pick<Need, '_id' | 'contentRevision'>[]) {
      const stored = await store.getMany(
        'need',
        some.map(({ _id }) => _id),
      );
      return new Set(
        some
          .filter(({ _id, contentRevision }) => {
            const one = stored.get(_id);
            return (
              one?.model === model && one.vector !== undefined && one.revision >= contentRevision
            );
          })
          .map(({ _id }) => _id),
      );
    },
  };
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64');
