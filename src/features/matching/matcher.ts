import { vocabularyNames } from '../../vocabulary-names.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Need } from '../needs/need.ts';
import type { AnalysedText } from './analyse.ts';
import type { Candidate, CandidateIndex, CollectionStatistics } from './candidate-index.ts';
import { candidateOf } from './candidate-of.ts';
import { explain, type Reason } from './explain.ts';
import { type IndexedTerms, indexedTerms } from './indexed-terms.ts';
import { checkIndicators } from './indicators.ts';
import type { MatchItem } from './match.ts';
import {
  analyseCapability,
  analyseNeed,
  capabilityDocument,
  type Depth,
  indicatorsOf,
  readNeed,
} from './match-texts.ts';
import type { MeaningVectors } from './meaning-vectors.ts';
import { findQuantities } from './quantities.ts';
import { type Ranked, type RankerModel, type RankingNeed, rank, versionOf } from './ranker.ts';
import type { Segmenter } from './segmenter.ts';
import { indexTuning } from './tuning.ts';
import { cosine, type Vector } from './vector.ts';

/** Where the vectors of needs and capabilities are looked up. */
export type Meaning = Pick<MeaningVectors, 'model' | 'ofNeed' | 'ofCapability'>;

export type Matcher = ReturnType<typeof createMatcher>;

/** Candidates whose full score is worked out, before the best are kept. */
const ranked = 300;

/** A need read at one depth, with what its terms are worth among the capabilities. */
export type NeedReading = {
  analysed: AnalysedText;
  statistics: CollectionStatistics;
  /** Its meaning, where there is an embedding server and it has answered. */
  near: Vector | undefined;
  ranking: RankingNeed;
};

/** Finds, ranks and explains; reads nothing but what it is given and the two indexes. */
export function createMatcher(parts: {
  capabilities: CandidateIndex;
  needs: CandidateIndex;
  segmenter: Segmenter;
  /** Absent without an embedding server. */
  meaning?: Meaning | undefined;
}) {
  const { capabilities, needs, segmenter, meaning } = parts;

  /** A capability that is scored for one need after another is read once. */
  const termsRead = new WeakMap<Capability, IndexedTerms>();

  function termsOf(capability: Capability): IndexedTerms {
    const document = capabilityDocument(capability);
    const terms =
      termsRead.get(capability) ?? indexedTerms(document, indexTuning.fields, segmenter);
    termsRead.set(capability, terms);
    return terms;
  }

  async function read(need: Need, depth: Depth): Promise<NeedReading> {
    const shown = readNeed(need, depth);
    const analysed = analyseNeed(shown, segmenter);
    const near = await meaning?.ofNeed(need, depth);
    const statistics = await capabilities.statistics(analysed.query, near);
    return {
      analysed,
      statistics,
      near,
      ranking: {
        field: shown.field,
        indicators: indicatorsOf(shown, analysed),
        meaning: statistics.meaning,
      },
    };
  }

  return {
    read,

    /** The best capabilities for a need, among those that its district may see and that are valid. */
    async match(
      need: Need,
      depth: Depth,
      today: string,
      limit: number,
      model: RankerModel,
    ): Promise<{ items: MatchItem[]; version: string }> {
      const { analysed, ranking, near } = await read(need, depth);
      const { items } = await capabilities.search({
        query: analysed.query,
        near,
        filters: { viewer: { districts: [need.district] }, validOn: today },
        limit: ranked,
      });
      return {
        items: rank(ranking, items, model)
          .filter(({ total }) => total > 0)
          .slice(0, limit)
          .map(itemOf),
        version: versionOf(model, ranking.meaning && meaning?.model),
      };
    },

    /** Open needs whose public layer is near a capability, nearest first, as the index read them. */
    async needsNear(capability: Capability, today: string, limit: number): Promise<Candidate[]> {
      const { query } = analyseCapability(capability, segmenter);
      const filters = { viewer: 'everything', validOn: today } as const;
      const near = await meaning?.ofCapability(capability);
      const { items } = await needs.search({ query, near, filters, limit });
      return items;
    },

    vectorOf: async (capability: Capability) => meaning?.ofCapability(capability),

    /** One pair scored as a search for the need would score it. */
    scorePair(
      reading: NeedReading,
      capability: Capability,
      vector: Vector | undefined,
      model: RankerModel,
    ): MatchItem {
      const { near, statistics } = reading;
      const similarity = near && vector && cosine(near, vector);
      const candidate = {
        ...candidateOf(capabilityDocument(capability), termsOf(capability), statistics),
        similarity,
      };
      return itemOf(rank(reading.ranking, [candidate], model)[0]!);
    },

    /** Why a capability is on a list, from what the need's reading holds and nothing else. */
    explainItem(reading: NeedReading, capability: Capability, item: MatchItem): Reason[] {
      const { total, parts: scored } = item;
      const { indicators } = reading.ranking;
      const checks = checkIndicators(indicators, findQuantities(capability.abstract));
      return explain(
        reading.analysed,
        analyseCapability(capability, segmenter),
        { total, parts: scored, checks, stage: capability.stage },
        reading.statistics,
        {
          body: 'abstract',
          ...(capability.field && { technologyField: vocabularyNames.fields[capability.field].zh }),
        },
        segmenter,
      );
    },
  };
}

function itemOf({ candidate, total, score, band, parts, values }: Ranked): MatchItem {
  return { capabilityId: candidate.id, total, score, band, parts, values };
}
