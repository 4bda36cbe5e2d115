import { type Actor, hasRole } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { Clock } from '../../clock.ts';
import { unavailable } from '../../errors.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationNames } from '../organizations/organization-names.ts';
import { type AnalysedText, analyse } from './analyse.ts';
import type {
  Candidate,
  CandidateIndex,
  CandidateSearch,
  CandidateViewer,
} from './candidate-index.ts';
import { hiddenSinceIndexed, wasReadAsIs } from './index-lag.ts';
import { analyseCapability, analyseNeed, readNeed } from './match-texts.ts';
import type { SearchAnswer, SearchInput } from './search-schema.ts';
import type { Segmenter } from './segmenter.ts';
import { snippetOf } from './snippet.ts';

const mostInstitutes = 20;
/**
 * What scores less than this share of the best shares little but common characters with what was
 * asked for: half of the collection does. Measured in docs/matching.md.
 */
const leastShare = 0.25;

interface Found {
  shown: Pick<SearchAnswer['items'][number], 'title' | 'field' | 'stage' | 'institute'>;
  analysed: AnalysedText;
}

/** Full-text search: of needs the public layer only, whoever asks, since facets and order tell too. */
export function createSearchService(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  needIndex: CandidateIndex;
  capabilityIndex: CandidateIndex;
  organizationNames: OrganizationNames;
  segmenter: Segmenter;
  clock: Clock;
}) {
  const { needs, capabilities, organizationNames, segmenter, clock } = parts;

  /** What is in sight after all, read from the store: the index may lag behind. */
  async function readFound(
    actor: Actor,
    kind: SearchInput['kind'],
    candidates: readonly Pick<Candidate, 'id' | 'revision'>[],
  ) {
    const byId = new Map(candidates.map((one) => [one.id, one]));
    const ids = [...byId.keys()];
    const texts = new Map<string, Found>();
    if (kind === 'capability') {
      const seen = await capabilities.getMany(actor, ids);
      const names = await organizationNames([...seen.values()].map((one) => one.organizationId));
      for (const [id, found] of seen) {
        const { title, field, stage, organizationId } = found;
        const institute = { id: organizationId, name: names.get(organizationId) ?? '' };
        const shown = { title, ...(field && { field }), ...(stage && { stage }), institute };
        texts.set(id, { shown, analysed: analyseCapability(found, segmenter) });
      }
      return texts;
    }
    for (const [id, found] of await needs.getMany(actor, ids)) {
      // Found by a text that may have held what is a secret by now.
      if (!wasReadAsIs(found, byId.get(id)!)) continue;
      const { title, problem, field } = readNeed(found, 'public');
      const shown = { ...(title !== undefined && { title }), ...(field && { field }) };
      texts.set(id, { shown, analysed: analyseNeed({ problem }, segmenter) });
    }
    return texts;
  }

  async function institutes(counts: Record<string, number>) {
    const most = Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostInstitutes);
    const names = await organizationNames(most.map(([id]) => id));
    return most.map(([id, count]) => ({ id, name: names.get(id) ?? '', count }));
  }

  return {
    async search(actor: Actor, input: SearchInput): Promise<SearchAnswer> {
      const { q, kind, limit, field, stage, organizationId } = input;
      const ofNeeds = kind === 'need';
      const index = ofNeeds ? parts.needIndex : parts.capabilityIndex;
      const { query } = analyse([{ field: 'q', text: q }], segmenter);
      const excludeIds = await hiddenSinceIndexed(parts, kind);
      const sight = {
        viewer: ofNeeds ? viewerOfNeeds(actor) : viewerOf(actor),
        validOn: shanghaiDate(clock.now()),
        ...(excludeIds?.length && { excludeIds }),
      };
      const filters = { ...sight, field, ...(!ofNeeds && { stage, organizationId }) };
      const asked = async () => {
        // While not all that is hidden is left out, nothing may depend on how well it scores.
        const leastScore = excludeIds && (await leastFound(index, { query, filters: sight }));
        return index.search({ query, filters, limit, leastScore, facets: true });
      };
      const [answer, { weights }] = await Promise.all([asked(), index.statistics(query)]).catch(
        (error) => {
          throw unavailable('The search', error);
        },
      );
      const found = await readFound(actor, kind, answer.items);
      // Nothing is counted while too much is hidden to be left out.
      const facets = excludeIds && answer.facets;
      return {
        items: answer.items.flatMap(({ id, score }) => {
          const text = found.get(id);
          if (!text) return [];
          const { text: snippet, spans: snippetSpans } = snippetOf(text.analysed, weights);
          return [{ kind, id, ...text.shown, snippet, snippetSpans, score }];
        }),
        total: excludeIds ? answer.total : found.size,
        facets: {
          field: facets?.field ?? {},
          stage: facets?.stage ?? {},
          // Whose the needs are is a secret by default.
          institute: ofNeeds ? [] : await institutes(facets?.organizationId ?? {}),
        },
      };
    },
  };
}

/** By the best of all in sight, so that narrowing finds as many as its facet has counted. */
async function leastFound(
  index: CandidateIndex,
  search: Pick<CandidateSearch, 'query' | 'filters'>,
): Promise<number> {
  const [best] = (await index.search({ ...search, limit: 1 })).items;
  return leastShare * (best?.score ?? 0);
}

function viewerOf(actor: Actor): CandidateViewer {
  return { districts: [actor.district], organizationId: actor.organizationId };
}

/** As the need store's scope: institutes every open one, the district's people the district's. */
function viewerOfNeeds(actor: Actor): CandidateViewer {
  if (hasRole(actor, 'institute', 'system')) return 'everything';
  const inDistrict = hasRole(actor, 'bureau', 'admin', 'broker');
  const own = hasRole(actor, 'enterprise') ? actor.organizationId : undefined;
  return { districts: inDistrict ? [actor.district] : [], organizationId: own };
}
