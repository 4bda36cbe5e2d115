import { useText } from '../texts/use-text.tsx';
import { type MoneyUnit, money } from './money.ts';

/** An amount of fen as offices write it; the exact yuan in the tooltip. */
export function MoneyText({ fen, unit }: { fen: number; unit?: MoneyUnit }) {
  const { language } = useText();
  return (
    <span className="numbers" title={money(fen, language, 'yuan')}>
      {money(fen, language, unit)}
    </span>
  );
}
