import { type NeedField, needFields } from '../../../vocabulary.ts';
import { dateText } from '../../kit/dates.ts';
import { money } from '../../kit/money.ts';
import type { EditField } from '../../kit/stale-comparison.tsx';
import { type Texts, useText } from '../../texts/use-text.tsx';
import type { NeedValues } from './need-values.ts';

/** The enterprise is not changed here. */
const shown = needFields.filter((name) => name !== 'organization');

/** What two versions of a need are compared by, in the reader's words. */
export function useNeedDifferences(): EditField<NeedValues>[] {
  const texts = useText();
  const { word } = texts;
  const layersText = ({ confidential }: NeedValues) =>
    Object.entries(confidential)
      .map(([field, layer]) => `${word('needFields', field)}：${word('layers', layer)}`)
      .join('\n');
  return [
    ...shown.map((name) => ({
      name: word('needFields', name),
      keys: [name],
      show: (values: NeedValues) => valueText(name, values, texts),
    })),
    { name: texts.t.owners.form.sections.layers, keys: ['confidential'], show: layersText },
  ];
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
      return values.budgetFen === null ? '' : money(values.budgetFen, language);
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
