import { groupingTables } from '../../../features/reports/grouping-tables.ts';
import type { vocabularyNames } from '../../../vocabulary-names.ts';
import { regionName } from '../../kit/region-name.ts';
import { useText } from '../../texts/use-text.tsx';

/** Where the codes of a grouping's keys are named. */
const tables: Record<string, keyof typeof vocabularyNames> = {
  ...groupingTables,
  kind: 'partyKinds',
};

/** A group's key in the reader's language; `label` where the key is an id. */
export function useGroupName() {
  const { t, word, language } = useText();
  const own: Record<string, string> = t.bureau.groupKeys;
  return (groupBy: string, key: string, label?: string): string => {
    if (label) return label;
    if (own[key]) return own[key];
    if (groupBy === 'region') return regionName(key, language);
    if (groupBy === 'month') return t.bureau.month(key, true);
    const table = tables[groupBy];
    return table ? word(table, key) : key;
  };
}
