import { SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import type { Glance } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type ReportUnit, reportUnits, useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { type RowList, rowsAddress } from '../rows/rows-address.ts';
import { ChangeText } from './change-text.tsx';
import { FigureCard } from './figure-card.tsx';

type Counted = 'achievements' | 'agreements' | 'needsSolved';

/** The four headline figures against the period before. */
export function FigureCards({ glance, question }: { glance: Glance; question: Question }) {
  const { t } = useText();
  const { figures: texts, count, change: changed } = t.bureau;
  const amount = useAmount();
  const { current, before, change, changePermille } = glance;
  const earlier = { ...question, from: before.from, to: before.to };

  const beforeText = (of: RowList, figure: string) => (
    <Text size="xs" c="dimmed">
      {changed.before(t.bureau.period.name(before))}{' '}
      <FigureLink to={rowsAddress(of, earlier)} underline="always">
        {figure}
      </FigureLink>
    </Text>
  );
  const counted = (name: Counted, of: RowList, title: string, help: string) => {
    const { number, unit } = count.parts[name](current.figures[name]);
    return (
      <FigureCard
        name={title}
        help={help}
        to={rowsAddress(of, question)}
        figure={number}
        unit={unit}
      >
        <ChangeText
          change={change[name]}
          permille={changePermille[name]}
          size={count[name](Math.abs(change[name]))}
        />
        {beforeText(of, count[name](before.figures[name]))}
      </FigureCard>
    );
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      {counted(
        'achievements',
        'achievements',
        texts.achievements[question.flow],
        texts.help.achievements,
      )}
      <FigureCard
        name={texts.technologyValue}
        help={texts.help.technologyValue}
        to={rowsAddress('agreements', question)}
        figure={amount.bare(current.figures.technologyValueFen)}
        unit={amount.unitName()}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t.money.unit}
            value={amount.unit}
            onChange={(unit) => amount.setUnit(unit as ReportUnit)}
            data={reportUnits.map((unit) => ({ value: unit, label: texts.units[unit] }))}
          />
        }
      >
        <ChangeText
          change={change.technologyValueFen}
          permille={changePermille.technologyValueFen}
          size={amount.text(Math.abs(change.technologyValueFen))}
        />
        {beforeText('agreements', amount.text(before.figures.technologyValueFen))}
      </FigureCard>
      {counted('agreements', 'agreements', texts.agreements, texts.help.agreements)}
      {counted('needsSolved', 'solved', texts.needsSolved, texts.help.needsSolved)}
    </SimpleGrid>
  );
}
