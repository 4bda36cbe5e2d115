import { useSearchParams } from 'react-router';
import { notice } from '../../../kit/notice.ts';
import { useText } from '../../../texts/use-text.tsx';

export const mostCompared = 4;

/** The capabilities chosen for comparing, kept in the address. */
export function useCompared() {
  const { t } = useText();
  const [params, setParams] = useSearchParams();
  const ids = (params.get('with') ?? '').split(',').filter(Boolean).slice(0, mostCompared);
  const put = (next: readonly string[]) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        if (next.length === 0) changed.delete('with');
        else changed.set('with', next.join(','));
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    ids,
    clear: () => put([]),
    toggle(id: string) {
      if (ids.includes(id)) put(ids.filter((one) => one !== id));
      else if (ids.length < mostCompared) put([...ids, id]);
      else notice({ message: t.desk.matches.compareFull, color: 'yellow' });
    },
  };
}

/** Where chosen capabilities of a need stand side by side. */
export const comparePlace = (needId: string, ids: readonly string[]) =>
  `/needs/${needId}/compare?with=${ids.join(',')}`;
