import { Button, Table, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type CapabilityAnswer, capabilities } from '../../../api/capabilities.ts';
import { engagements } from '../../../api/engagements.ts';
import { type MatchAnswer, matches, pairId } from '../../../api/matches.ts';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { Empty } from '../../../kit/empty.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { mostCompared, useCompared } from '../matches/use-compared.ts';
import { useDecide } from '../matches/use-decide.tsx';
import { CompareHead } from './compare-head.tsx';
import { useCompareRows } from './compare-rows.tsx';
import '../broker.css';

/** Up to four capabilities for one need, side by side, and the decision about each. */
export function ComparePage() {
  const { id } = useParams();
  const { t } = useText();
  const need = useQuery(needs.one(id!));
  const { ids } = useCompared();
  const back = `/needs/${id}${ids.length > 0 ? `?with=${ids.join(',')}` : ''}`;
  return (
    <Page
      title={t.desk.compare.title}
      back={{ to: back, label: need.data?.title ?? t.desk.compare.back }}
      actions={
        ids.length < mostCompared && (
          <Button component={Link} to={back} size="xs" variant="default">
            {t.desk.compare.add}
          </Button>
        )
      }
    >
      {ids.length === 0 ? (
        <Empty text={t.desk.compare.none}>
          <Button component={Link} to={back} size="xs" variant="default">
            {t.desk.compare.back}
          </Button>
        </Empty>
      ) : (
        <QueryView query={need}>{(data) => <Comparison need={data} ids={ids} />}</QueryView>
      )}
    </Page>
  );
}

/** One column: a capability and its match with the need. */
export interface Compared {
  capability: CapabilityAnswer;
  match: MatchAnswer;
}

function Comparison({ need, ids }: { need: NeedAnswer; ids: readonly string[] }) {
  const { t } = useText();
  const compared = useCompared();
  const decide = useDecide();
  const rows = useCompareRows(need);
  const talks = useQuery(engagements.list({ needId: need.id, limit: 50 }));
  const found = useQueries({ queries: ids.map((id) => capabilities.one(id)) });
  const pairs = useQueries({ queries: ids.map((id) => matches.one(pairId(need.id, id))) });
  const columns = ids.map((id, at) => {
    const capability = found[at]!;
    const match = pairs[at]!;
    const data = capability.data && match.data;
    return {
      id,
      error: capability.error ?? match.error,
      data: data && { capability: capability.data, match: match.data },
    };
  });
  return (
    <>
      <Table.ScrollContainer minWidth={96 + columns.length * 264} className="compare-box">
        <Table
          aria-label={t.desk.compare.table}
          withTableBorder
          withColumnBorders
          verticalSpacing="sm"
          layout="fixed"
          className="compare"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w={96}>
                {t.desk.compare.aspect}
              </Table.Th>
              {columns.map(({ id, data, error }) => (
                <Table.Th key={id} scope="col">
                  {data && (
                    <CompareHead
                      need={need}
                      compared={data}
                      decide={decide}
                      engaged={talks.data?.items.find(
                        ({ instituteId, stage }) =>
                          instituteId === data.capability.organizationId && stage !== 'ended',
                      )}
                      onRemove={() => compared.toggle(id)}
                    />
                  )}
                  {error && <FailureNote error={error} />}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, show }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">
                  <Text size="xs" c="dimmed">
                    {name}
                  </Text>
                </Table.Th>
                {columns.map(({ id, data }) => (
                  <Table.Td key={id}>{data ? show(data) : '…'}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {decide.dialog}
    </>
  );
}
