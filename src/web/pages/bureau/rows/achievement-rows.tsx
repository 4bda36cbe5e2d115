import { useQuery } from '@tanstack/react-query';
import { type Achievements, reckoned } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useAchievementColumns } from './achievement-columns.tsx';
import { RowTable } from './row-list.tsx';
import type { Rows } from './use-rows.ts';

/** Distinct achievements, each with the first agreement that brought it in. */
export function AchievementRows({ rows }: { rows: Rows }) {
  const { t } = useText();
  const columns = useAchievementColumns(rows.question);
  const { groupBy, key, by, seller, buyer, brokerId } = rows.part;
  const query = useQuery(
    reckoned<Achievements>('summary/achievements', {
      ...rows.asked,
      ...{ groupBy: key === undefined ? undefined : groupBy, key, by, seller, buyer, brokerId },
      ...rows.paging,
    }),
  );
  return (
    <QueryView query={query}>
      {(answer) => (
        <RowTable
          label={t.bureau.rows.titles.achievements}
          answer={answer}
          total={answer.total}
          asked={rows}
          keyOf={(row) => row.capabilityId}
          columns={columns}
        />
      )}
    </QueryView>
  );
}
