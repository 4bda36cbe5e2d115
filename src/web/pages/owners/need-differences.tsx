import { type NeedField, needFields } from '../../../vocabulary.ts';
import { dateText } from '../../kit/dates.ts';
import { money } from '../../kit/money.ts';
import type { Difference } from '../../kit/stale-dialog.tsx';
import { type Texts, useText } from '../../texts/use-text.tsx';
import type { NeedValues } from './need-values.ts';

/** The enterprise is not changed here. */
const shown = needFields.filter((name) => name !== 'organization');

/** Where two versions of a need differ, each in the reader's words. */
export function useNeedDifferences() {
  const texts = useText();
  return (yours: NeedValues, theirs: NeedValues): Difference[] => {
    const fields = shown.filter(
      (name) => JSON.stringify(yours[name]) !== JSON.stringify(theirs[name]),
    );
    const differences = fields.map((name) => ({
      name: texts.word('needFields', name),
      yours: valueText(name, yours, texts),
      theirs: valueText(name, theirs, texts),
    }));
    const layers = JSON.stringify(yours.confidential) !== JSON.stringify(theirs.confidential);
    if (!layers) return differences;
    const layersText = ({ confidential }: NeedValues) =>
      Object.entries(confidential)
        .map(
          ([field, layer]) => `${texts.word('needFields', field)}：${texts.word('layers', layer)}`,
        )
        .join('\n');
    const name = texts.t.owners.form.sections.layers;
    return [...differences, { name, yours: layersText(yours), theirs: layersText(theirs) }];
  };
}

function valueText(
  name: Exclude<NeedField, 'organization'>,
  values: NeedValues,
  { t, word, language }: Texts,
): string {
  switch (name) {
    case 'field':
      return word('fields', values.field || undefined);
    case 'budgetFen':
      return values.budgetFen === undefined ? '' : money(values.budgetFen, language);
    case 'deadline':
      return values.deadline ? dateText(values.deadline, language) : '';
    case 'cooperationModes':
      return values.cooperationModes.map((mode) => word('cooperationModes', mode)).join('、');
    case 'indicators':
      return values.indicators
        .map(({ name: what, relation, value, upper, unit }) =>
          t.owners.form.valueText.indicator(
            what,
            word('relations', relation),
            upper ? `${value}～${upper}` : value,
            unit,
          ),
        )
        .join('\n');
    default:
      return values[name];
  }
}
