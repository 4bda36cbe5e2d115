import { dateText } from '../../../kit/dates.ts';
import { money } from '../../../kit/money.ts';
import type { EditField } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementValues, technologyValueOf } from './agreement-values.ts';

/** What two versions of one draft are compared by, in the words of its form. */
export function useAgreementDifferences(): EditField<AgreementValues>[] {
  const { t, word, language } = useText();
  const texts = t.agreements.form;
  const amount = (fen: number | null) => (fen === null ? '' : money(fen, language));
  const day = (value: string) => (value === '' ? '' : dateText(value, language));
  const line = (
    keys: EditField<AgreementValues>['keys'],
    name: string,
    show: (values: AgreementValues) => string,
  ) => ({ keys, name, show });
  return [
    line(['title'], texts.name, ({ title }) => title),
    line(['type'], texts.type, ({ type }) => word('agreementTypes', type)),
    line(['field'], texts.field, ({ field }) => word('fields', field)),
    line(['seller'], texts.seller, ({ seller }) => `${seller.name} ${seller.creditCode}`),
    line(['buyer'], texts.buyer, ({ buyer }) => `${buyer.name} ${buyer.creditCode}`),
    line(['contractValueFen'], texts.contractValue, (values) => amount(values.contractValueFen)),
    line(['deductions'], texts.deductions, (values) =>
      [
        ...values.deductions.map(
          ({ kind, amountFen }) => `${word('deductionKinds', kind)} ${amount(amountFen)}`,
        ),
        `${texts.technologyValue} ${amount(technologyValueOf(values))}`,
      ].join('\n'),
    ),
    line(['currency', 'foreign'], texts.currency, ({ currency, foreign }) =>
      `${currency} ${foreign.amount} ${foreign.rate}`.trim(),
    ),
    line(['achievementIds'], texts.achievements, (values) => String(values.achievementIds.length)),
    line(['ipType'], texts.ipType, ({ ipType }) => ipType),
    line(
      ['conversionMode'],
      texts.conversionMode,
      (values) => values.conversionMode && word('conversionModes', values.conversionMode),
    ),
    line(['validFrom'], texts.validFrom, ({ validFrom }) => day(validFrom)),
    line(['validTo'], texts.validTo, ({ validTo }) => day(validTo)),
    line(['externalId'], texts.externalId, ({ externalId }) => externalId),
    line(['fileIds'], texts.files, ({ fileIds }) => String(fileIds.length)),
  ];
}
