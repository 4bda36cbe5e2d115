import { Stack } from '@mantine/core';
import type { RankerAnswer } from '../../../api/rankers.ts';
import { Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Whether what a ranker foretold came true: by band, and by probability once there is one. */
export function ReliabilityTable({ ranker }: { ranker: RankerAnswer }) {
  const { t, word } = useText();
  const texts = t.desks.rankers;
  const { bandFigures, calibration } = ranker;
  return (
    <Stack gap="xs" mt="sm">
      {bandFigures && (
        <Rows
          label={texts.byBand}
          rows={bandFigures}
          keyOf={({ band }) => band}
          columns={[
            { name: texts.byBand, head: true, show: ({ band }) => word('bands', band) },
            { name: texts.decided, numeric: true, show: ({ decisions }) => decisions },
            { name: texts.shortlisted, numeric: true, show: (one) => one.shortlisted },
            {
              name: texts.interval,
              numeric: true,
              show: ({ low, high }) => `${percent(low)}–${percent(high)}`,
            },
          ]}
        />
      )}
      {calibration && (
        <Rows
          label={texts.byProbability}
          rows={calibration.reliability}
          keyOf={({ from }) => String(from)}
          columns={[
            {
              name: texts.byProbability,
              head: true,
              show: ({ from, to }) => `${percent(from)}–${percent(to)}`,
            },
            { name: texts.foretold, numeric: true, show: ({ foretold }) => percent(foretold) },
            {
              name: texts.cameTrue,
              numeric: true,
              show: ({ decisions, shortlisted }) =>
                decisions === 0 ? '' : percent(shortlisted / decisions),
            },
            { name: texts.decided, numeric: true, show: ({ decisions }) => decisions },
          ]}
        />
      )}
    </Stack>
  );
}
