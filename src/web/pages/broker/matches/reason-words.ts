import type { NeedMatch } from '../../../api/matches.ts';
import type { Texts } from '../../../texts/use-text.tsx';

type Reason = NeedMatch['reasons'][number];

/** A reason in the reader's language: the service tells it in Chinese, other words are made here. */
export function reasonWords(reason: Reason, { t, language }: Texts): string {
  if (language === 'zh') return reason.text;
  const [, phrase = '', said = ''] = /“(.+?)”(?:.*“(.+?)”)?/.exec(reason.text) ?? [];
  const { matches } = t.desk;
  switch (reason.kind) {
    case 'term':
      return matches.mentions(phrase);
    case 'translation':
      return matches.translated(phrase, said);
    case 'characters':
      return `${matches.characters}: ${reason.text.split('：')[1]?.replace(/ 等 .*$/, '') ?? ''}`;
    case 'field':
      return matches.sameField;
    case 'stage':
      return matches.stageReason;
    default:
      return phrase;
  }
}
