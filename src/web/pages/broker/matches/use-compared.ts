import { notice } from '../../../kit/notice.ts';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';

export const mostCompared = 4;

/** The capabilities chosen for comparing, kept in the address. */
export function useCompared() {
  const { t } = useText();
  const [params, change] = useAddress();
  const full = () => notice({ message: t.desk.matches.compareFull, color: 'yellow' });
  return {
    ids: chosenIn(params),
    clear: () => change({ with: undefined }),
    toggle: (id: string) =>
      change((now) => {
        const ids = chosenIn(now);
        const others = ids.filter((one) => one !== id);
        if (others.length < ids.length) return { with: others.join(',') };
        if (ids.length < mostCompared) return { with: [...ids, id].join(',') };
        full();
        return {};
      }),
  };
}

const chosenIn = (params: URLSearchParams) =>
  (params.get('with') ?? '').split(',').filter(Boolean).slice(0, mostCompared);

/** Where chosen capabilities of a need stand side by side. */
export const comparePlace = (needId: string, ids: readonly string[]) =>
  `/needs/${needId}/compare?with=${ids.join(',')}`;
