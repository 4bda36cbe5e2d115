import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { NeedMatch, NeedMatches } from '../../../api/matches.ts';
import { type NeedAnswer, needs } from '../../../api/needs.ts';
import { type Shortcut, useShortcuts } from '../../../kit/shortcuts.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { comparePlace, useCompared } from './use-compared.ts';
import { type Pair, useDecide, useOwnSide } from './use-decide.tsx';

const firstShown = 12;
const most = 50;
type Show = 'all' | 'open' | 'shortlisted';

/** The ranking of one need: what is shown and opened, and the keys that work on it. */
export function useMatchDesk(need: NeedAnswer) {
  const { t } = useText();
  const go = useNavigate();
  const side = useOwnSide();
  const decide = useDecide();
  const compared = useCompared();
  const [limit, setLimit] = useState(firstShown);
  const [show, setShow] = useState<Show>('all');
  const [openId, setOpenId] = useState<string>();
  const matched = need.status === 'open' || need.status === 'engaged';
  const query = useQuery({
    ...needs.below<NeedMatches>(need.id, 'matches', { limit }),
    placeholderData: (before: NeedMatches | undefined) => before,
    // Nobody is told when a list is made, so it is asked for until it is there.
    refetchInterval: ({ state }) => (matched && state.data?.state !== 'ready' ? 2_000 : false),
  });

  const all = query.data?.items ?? [];
  const items = all.filter((match) => {
    const own = match.decisions.find((one) => one.side === side)?.decision;
    if (show === 'all') return true;
    // What was just decided stays in place until one moves on.
    if (match.id === openId) return true;
    return show === 'open' ? own === undefined : own === 'shortlisted';
  });
  const current: NeedMatch | undefined = items.find(({ id }) => id === openId);
  // What the last key opened, before it is drawn: a key pressed right after it means that one.
  const opened = useRef<string>(undefined);
  const currentAt = () => items.findIndex(({ id }) => id === opened.current);
  const setOpen = (id: string | undefined) => {
    opened.current = id;
    setOpenId(id);
  };

  const open = (index: number) => {
    const match = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!match) return;
    setOpen(match.id);
    requestAnimationFrame(() => {
      const head = document.querySelector<HTMLElement>(`[data-match="${match.id}"]`);
      head?.focus({ preventScroll: true });
      head?.closest('li')?.scrollIntoView({ block: 'nearest' });
    });
  };
  const onCurrent = (act: (match: NeedMatch) => void) => () => {
    const match = items[currentAt()];
    if (match) act(match);
  };
  const onPair = (act: (pair: Pair) => void) =>
    onCurrent((match) => {
      if (match.actions.includes('decide')) act({ ...match, needId: need.id });
    });
  const { keys } = t.desk;
  const shortcuts: Shortcut[] = [
    { key: 'j', name: keys.next, run: () => open(currentAt() + 1) },
    { key: 'k', name: keys.previous, run: () => open(currentAt() - 1) },
    { key: 's', name: keys.shortlist, run: onPair(decide.shortlist) },
    { key: 'r', name: keys.refuse, run: onPair(decide.refuse) },
    {
      key: 'c',
      name: keys.compare,
      run: onCurrent((match) => compared.toggle(match.capability.id)),
    },
    {
      key: 'v',
      name: keys.openCompare,
      run: () => compared.ids.length > 0 && void go(comparePlace(need.id, compared.ids)),
    },
  ];
  useShortcuts(shortcuts);

  return {
    query,
    items,
    current,
    show,
    setShow,
    compared,
    decide,
    shortcuts,
    toggle: (id: string) => setOpen(opened.current === id ? undefined : id),
    more: limit < most && all.length === limit,
    showMore: () => setLimit(most),
  };
}
