import type { Grouping } from '../../vocabulary.ts';
import { type Name, vocabularyNames } from '../../vocabulary-names.ts';
import { groupingTables } from './grouping-tables.ts';

type Table = keyof typeof vocabularyNames;

/** Chinese for a code: an exported file is read in a spreadsheet, without the web app. */
export const word = (code: string, ...tables: Table[]): string => {
  for (const table of tables) {
    const names: Record<string, Name> = vocabularyNames[table];
    if (names[code]) return names[code].zh;
  }
  return code;
};

const own: Record<string, string> = { unknown: '未注明', within: '区内', development: '技术开发' };

/** The Chinese of a group's key where the key is a code, else the key. */
export const groupWord = (groupBy: Grouping, key: string): string => {
  const table = groupingTables[groupBy];
  return own[key] ?? (table ? word(key, table) : key);
};
