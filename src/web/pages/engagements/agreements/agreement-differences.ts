import { dateText } from '../../../kit/dates.ts';
import { money } from '../../../kit/money.ts';
import type { Difference } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementValues, technologyValueOf } from './agreement-values.ts';

/** What differs between two versions of one draft, in the words of its form. */
export function useAgreementDifferences() {
  const { t, word, language } = useText();
  const texts = t.agreements.form;
  const amount = (fen: number | null) => (fen === null ? '' : money(fen, language));
  const day = (value: string) => (value === '' ? '' : dateText(value, language));
  const lines = (values: AgreementValues): [string, string][] => [
    [texts.name, values.title],
    [texts.type, word('agreementTypes', values.type)],
    [texts.field, word('fields', values.field)],
    [texts.seller, `${values.seller.name} ${values.seller.creditCode}`],
    [texts.buyer, `${values.buyer.name} ${values.buyer.creditCode}`],
    [texts.contractValue, amount(values.contractValueFen)],
    [
      texts.deductions,
      values.deductions
        .map(({ kind, amountFen }) => `${word('deductionKinds', kind)} ${amount(amountFen)}`)
        .join('\n'),
    ],
    [texts.technologyValue, amount(technologyValueOf(values))],
    [texts.currency, `${values.currency} ${values.foreign.amount} ${values.foreign.rate}`.trim()],
    [texts.achievements, String(values.achievementIds.length)],
    [texts.ipType, values.ipType],
    [texts.conversionMode, values.conversionMode && word('conversionModes', values.conversionMode)],
    [texts.validFrom, day(values.validFrom)],
    [texts.validTo, day(values.validTo)],
    [texts.externalId, values.externalId],
  ];
  return (yours: AgreementValues, theirs: AgreementValues): Difference[] => {
    const other = lines(theirs);
    return lines(yours).flatMap(([name, mine], at) =>
      mine === other[at]![1] ? [] : [{ name, yours: mine, theirs: other[at]![1] }],
    );
  };
}
