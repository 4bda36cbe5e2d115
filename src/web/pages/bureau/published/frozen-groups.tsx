import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Grouping, groupings } from '../../../../vocabulary.ts';
import { type FrozenGroups as Answer, type ReportAnswer, reports } from '../../../api/reports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FigureTable } from '../glance/figure-table.tsx';
import { useGroupName } from '../group-name.ts';
import { useAmount } from '../question/amount.ts';
import { frozenCells, plainCells } from './frozen-cells.tsx';
import { tells } from './frozen-parts.ts';
import { Section } from './section.tsx';

/** The frozen figures split by what was published, or by anything else that the rows tell. */
export function FrozenGroups({ report, paper }: { report: ReportAnswer; paper: boolean }) {
  const { t, word } = useText();
  const [params, change] = useAddress();
  const own = report.groupBy;
  const offered = groupings.filter((one) => one === own || tells(report, one));
  const chosen = offered.find((one) => one === params.get('split'));
  const groupBy = (paper ? undefined : chosen) ?? own ?? 'field';
  const choice = (
    <Select
      aria-label={t.bureau.groups.choose}
      size="xs"
      w={150}
      allowDeselect={false}
      data={offered.map((one) => ({ value: one, label: word('groupings', one) }))}
      value={groupBy}
      onChange={(value) => change({ split: value ?? undefined })}
    />
  );
  return (
    <Section title={t.bureau.groups.by(word('groupings', groupBy))} aside={!paper && choice}>
      {groupBy === own ? (
        <GroupTable report={report} groupBy={own} groups={report.groups} paper={paper} />
      ) : (
        <Reckoned report={report} groupBy={groupBy} />
      )}
      {!paper && !tells(report, groupBy) && (
        <Text size="xs" c="dimmed">
          {t.bureau.published.withoutKeys}
        </Text>
      )}
    </Section>
  );
}

function Reckoned({ report, groupBy }: { report: ReportAnswer; groupBy: Grouping }) {
  const query = useQuery(reports.below<Answer>(report.id, 'groups', { groupBy }));
  return (
    <QueryView query={query}>
      {({ groups }) => <GroupTable {...{ report, groupBy, groups }} />}
    </QueryView>
  );
}

function GroupTable({
  report,
  groupBy,
  groups,
  paper = false,
}: {
  report: ReportAnswer;
  groupBy: Grouping;
  groups: ReportAnswer['groups'];
  paper?: boolean;
}) {
  const { t, word } = useText();
  const { figures, total } = t.bureau;
  const amount = useAmount();
  const nameOf = useGroupName();
  const linked = !paper && tells(report, groupBy);
  return (
    <FigureTable
      label={t.bureau.groups.by(word('groupings', groupBy))}
      head={[
        word('groupings', groupBy),
        ...figures.columns(figures.achievements[report.flow], amount.unitName()),
      ]}
      rows={groups.map((group) => ({
        key: group.key,
        name: nameOf(groupBy, group.key, group.label),
        cells: linked
          ? frozenCells(report.id, group, { groupBy, key: group.key }, amount)
          : plainCells(group, amount),
      }))}
      total={{
        key: 'total',
        name: total,
        cells: paper ? plainCells(report, amount) : frozenCells(report.id, report, {}, amount),
      }}
    />
  );
}
