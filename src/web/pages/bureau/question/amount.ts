import { useLocalStorage } from '@mantine/hooks';
import { amountFor, type MoneyUnit, money, unitName } from '../../../kit/money.ts';
import { useText } from '../../../texts/use-text.tsx';

export const reportUnits = ['tenThousand', 'hundredMillion'] as const satisfies MoneyUnit[];
export type ReportUnit = (typeof reportUnits)[number];

/** Amounts in the unit that the reader chose for reports, remembered in this browser. */
export function useAmount() {
  const { language } = useText();
  const [unit, setUnit] = useLocalStorage<ReportUnit>({
    key: 'daqiao.reportUnit',
    defaultValue: 'hundredMillion',
    getInitialValueInEffect: false,
  });
  return {
    unit,
    setUnit,
    unitName: (one: ReportUnit = unit) => unitName(language, one),
    /** The bare number, for columns whose heading names the unit. */
    bare: (fen: number) => amountFor(fen, language, unit),
    text: (fen: number) => money(fen, language, unit),
  };
}
export type Amount = ReturnType<typeof useAmount>;
