import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { notice } from '../../../kit/notice.ts';
import { useText } from '../../../texts/use-text.tsx';

export const mostCompared = 4;

/** The capabilities chosen for comparing, kept in the address. */
export function useCompared() {
  const { t } = useText();
  const [params, setParams] = useSearchParams();
  const ids = (params.get('with') ?? '').split(',').filter(Boolean).slice(0, mostCompared);
  // The address follows a moment later; a key pressed before that builds on the choice before it.
  const chosen = useRef(ids);
  const inAddress = ids.join();
  useEffect(() => {
    chosen.current = inAddress === '' ? [] : inAddress.split(',');
  }, [inAddress]);
  const put = (next: string[]) => {
    chosen.current = next;
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        if (next.length === 0) changed.delete('with');
        else changed.set('with', next.join(','));
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return {
    ids,
    clear: () => put([]),
    toggle(id: string) {
      const now = chosen.current;
      if (now.includes(id)) put(now.filter((one) => one !== id));
      else if (now.length < mostCompared) put([...now, id]);
      else notice({ message: t.desk.matches.compareFull, color: 'yellow' });
    },
  };
}

/** Where chosen capabilities of a need stand side by side. */
export const comparePlace = (needId: string, ids: readonly string[]) =>
  `/needs/${needId}/compare?with=${ids.join(',')}`;
