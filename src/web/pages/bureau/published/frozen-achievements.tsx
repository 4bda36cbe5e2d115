import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Achievements, type ReportAnswer, reports } from '../../../api/reports.ts';
import { Empty } from '../../../kit/empty.tsx';
import { Pager } from '../../../kit/pager.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { Rows } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { useAchievementColumns } from '../rows/achievement-columns.tsx';
import { FrozenPartNote, useFrozenList } from './frozen-part-note.tsx';

/** Distinct achievements of the frozen rows, each with the first agreement that names it. */
export function FrozenAchievements({ report }: { report: ReportAnswer }) {
  const { t } = useText();
  const { list, filter, paging } = useFrozenList();
  const query = useQuery(
    reports.below<Achievements>(report.id, 'achievements', { ...filter, ...paging }),
  );
  const columns = useAchievementColumns(report);
  return (
    <Stack gap="sm">
      <FrozenPartNote report={report} part="achievements" filter={filter} />
      <QueryView query={query}>
        {({ items, nextCursor, total }) =>
          items.length === 0 ? (
            <Empty text={t.bureau.rows.none} />
          ) : (
            <>
              <Text fw={600} size="sm">
                {t.pages.total(total)}
              </Text>
              <Rows
                label={t.bureau.published.partNames.achievements}
                rows={items}
                columns={columns}
                keyOf={(row) => row.capabilityId}
              />
              <Pager list={list} nextCursor={nextCursor} />
            </>
          )
        }
      </QueryView>
    </Stack>
  );
}
