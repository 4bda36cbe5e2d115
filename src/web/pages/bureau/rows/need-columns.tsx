import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { needs } from '../../../api/needs.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import type { Column } from '../../../kit/rows.tsx';
import { useText } from '../../../texts/use-text.tsx';

interface NamedNeed {
  needId: string;
  title: string;
  organization?: { name: string } | undefined;
  status: string;
  closeCode?: string | undefined;
}

function NeedLink({ id, title }: { id: string; title: string }) {
  return (
    <Anchor component={Link} to={`/needs/${id}`} inherit>
      {title}
    </Anchor>
  );
}

/** A need of which a list has only the id. */
export function NeedById({ id }: { id: string }) {
  const { t } = useText();
  const { data } = useQuery(needs.one(id));
  return <NeedLink id={id} title={data?.title ?? t.bureau.rows.need} />;
}

/** Which need, whose, and how it stands. */
export function useNeedColumns<T>(needOf: (row: T) => NamedNeed | undefined): Column<T>[] {
  const { t, word } = useText();
  const texts = t.bureau.rows;
  return [
    {
      name: texts.need,
      head: true,
      show: (row) => {
        const need = needOf(row);
        return need && <NeedLink id={need.needId} title={need.title} />;
      },
    },
    { name: texts.enterprise, show: (row) => needOf(row)?.organization?.name },
    {
      name: texts.status,
      show: (row) => {
        const need = needOf(row);
        if (!need) return undefined;
        return need.closeCode ? (
          word('closeCodes', need.closeCode)
        ) : (
          <CodeBadge table="needStatuses" code={need.status} />
        );
      },
    },
  ];
}
