import { useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../../api/problem.ts';
import { districtSettings, type SettingsAnswer } from '../../../api/settings.ts';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';

type Rules = SettingsAnswer['agreementRules'];

/**
 * Adds or takes away one dated rule among those that stand. When others changed them meanwhile,
 * nothing is sent: the newest are shown, and the person looks again.
 */
export function useRules(settings: SettingsAnswer, onDone: () => void = () => {}) {
  const { t } = useText();
  const cache = useQueryClient();
  const { id, revision } = settings;
  const command = useCommand(
    async (agreementRules: Rules | null) => {
      try {
        return await districtSettings.change(id, revision, { agreementRules });
      } catch (error) {
        if (!isProblem(error, 412)) throw error;
        const met = await cache.fetchQuery({ ...districtSettings.one(id), staleTime: 0 });
        // The answer to an earlier attempt was lost: it is all there.
        if (JSON.stringify(met.agreementRules) === JSON.stringify(agreementRules)) return met;
        throw error;
      }
    },
    { quiet: true, done: t.states.saved, onDone },
  );
  const stale = isProblem(command.error, 412);
  return {
    save: (rules: Rules | null) =>
      command.mutate(rules, {
        onError: (error) => {
          if (isProblem(error, 412)) {
            void cache.invalidateQueries({ queryKey: [districtSettings.path] });
          }
        },
      }),
    busy: command.isPending,
    stale,
    error: stale ? null : command.error,
  };
}
