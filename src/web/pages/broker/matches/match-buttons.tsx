import { Button, Group } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { EngagementAnswer } from '../../../api/engagements.ts';
import type { NeedMatch } from '../../../api/matches.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type Pair, type useDecide, useOwnSide } from './use-decide.tsx';

/** The decisions that the service would take about one pair. */
export function MatchButtons({
  match,
  pair,
  decide,
  mayEngage,
  engaged,
  keys = false,
  children,
}: {
  match: Pick<NeedMatch, 'actions' | 'decisions'>;
  pair: Pair;
  decide: ReturnType<typeof useDecide>;
  /** Whether the reader may bring this need and an institute together now. */
  mayEngage: boolean;
  /** The engagement that the need has with this institute already. */
  engaged?: EngagementAnswer | undefined;
  /** Whether single keys do the same here. */
  keys?: boolean;
  children?: React.ReactNode;
}) {
  const { t } = useText();
  const side = useOwnSide();
  const own = match.decisions.find((one) => one.side === side)?.decision;
  const mayDecide = match.actions.includes('decide');
  const shortcut = (key: string) => (keys ? { 'aria-keyshortcuts': key } : {});
  return (
    <Group gap="xs">
      {mayDecide && (
        <>
          <Button
            size="xs"
            variant={own === 'shortlisted' ? 'filled' : 'default'}
            aria-pressed={own === 'shortlisted'}
            leftSection={
              own === 'shortlisted' ? (
                <IconBookmarkFilled size={14} aria-hidden />
              ) : (
                <IconBookmark size={14} aria-hidden />
              )
            }
            onClick={() => own !== 'shortlisted' && decide.shortlist(pair)}
            {...shortcut('s')}
          >
            {t.desk.matches.shortlist}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => decide.refuse(pair)}
            {...shortcut('r')}
          >
            {t.desk.matches.refuse}
          </Button>
        </>
      )}
      {children}
      {engaged ? (
        <Button
          component={Link}
          to={`/engagements/${engaged.id}`}
          size="xs"
          variant="light"
          color="indigo"
        >
          {t.desk.matches.engagedAlready}
        </Button>
      ) : (
        mayEngage &&
        own === 'shortlisted' && (
          <Button size="xs" onClick={() => decide.engage(pair)}>
            {t.desk.matches.engage}
          </Button>
        )
      )}
    </Group>
  );
}
