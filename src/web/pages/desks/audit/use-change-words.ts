import type { vocabularyNames } from '../../../../vocabulary-names.ts';
import { dateText, instantText } from '../../../kit/dates.ts';
import { money } from '../../../kit/money.ts';
import { useText } from '../../../texts/use-text.tsx';

type Table = keyof typeof vocabularyNames;

/** Which table of codes a field's values are from; some depend on what was changed. */
const tables: Record<string, Table | Record<string, Table>> = {
  status: {
    need: 'needStatuses',
    agreement: 'agreementStatuses',
    assignment: 'assignmentStatuses',
    capability: 'capabilityStatuses',
    import: 'importStatuses',
  },
  stage: { engagement: 'engagementStages', capability: 'capabilityStages' },
  type: { agreement: 'agreementTypes' },
  kind: { organization: 'organizationKinds', engagement: 'timelineKinds', import: 'importKinds' },
  field: 'fields',
  fields: 'fields',
  roles: 'roles',
  tier: 'tiers',
  grade: 'brokerGrades',
  closeCode: 'closeCodes',
  endCode: 'decisionCodes',
  code: 'decisionCodes',
  decision: { need: 'vetDecisions', match: 'matchDecisions' },
  outcome: 'turnOutcomes',
  escalation: 'escalationReasons',
  idKind: 'idKinds',
  visibility: 'capabilityVisibilities',
  cooperationModes: 'cooperationModes',
  missing: 'clarityParts',
  relation: 'relations',
  confidential: 'layers',
};

/** Longer texts are cut: the whole stands on the thing's own page. */
const longest = 160;

/** Says places and values of a change in the reader's words. */
export function useChangeWords(kind: string, called: Readonly<Record<string, string>>) {
  const { t, word, language } = useText();
  const texts = t.desks.audit;
  const names: Record<string, string | undefined> = texts.fields;
  const named = (step: string) => names[step] ?? step;

  /** `nextSteps[01J…].doneAt` → 下一步 › 完成时间: ids say nothing to a reader. */
  const place = (path: string) =>
    steps(path)
      .filter((step) => !/^\d+$/.test(step) && step !== 'values')
      .map(named)
      .join(' › ');

  const codeOf = (path: string, code: string): string => {
    const all = steps(path);
    for (const step of all.toReversed()) {
      const entry = tables[step];
      const table = typeof entry === 'string' ? entry : entry?.[kind];
      if (table) return word(table, code);
    }
    return code;
  };

  const value = (path: string, some: unknown): string => {
    if (some === null || some === undefined || some === '') return t.states.none;
    if (typeof some === 'boolean') return some ? texts.yes : texts.no;
    if (typeof some === 'number') return /Fen$/.test(path) ? money(some, language) : String(some);
    if (typeof some === 'string') return textOf(path, some);
    if (Array.isArray(some)) {
      return some.length === 0 ? t.states.none : some.map((one) => value(path, one)).join('、');
    }
    const inside = Object.entries(some as object)
      .filter(([key]) => key !== 'id')
      .map(([key, one]) => `${named(key)} ${value(`${path}.${key}`, one)}`);
    return cut(inside.join('；'));
  };

  const textOf = (path: string, text: string) => {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return instantText(text, language);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateText(text, language);
    return cut(called[text] ?? codeOf(path, text));
  };

  return { place, value };
}

const steps = (path: string): string[] =>
  path
    .replace(/\[[^\]]*\]/g, '')
    .split('.')
    .filter(Boolean);

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}……` : text);
