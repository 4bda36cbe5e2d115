import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { engagements } from '../../../api/engagements.ts';
import { matches } from '../../../api/matches.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';

/** What a decision is about: one pair, on the need's list or found otherwise. */
export interface Pair {
  id: string;
  needId: string;
  capability: { id: string; title: string; institute: { id: string; name: string } };
}

/** Shortlisting, refusing with a code, and starting an engagement; `dialog` is to be shown. */
export function useDecide(): {
  shortlist(pair: Pair): void;
  refuse(pair: Pair): void;
  engage(pair: Pair): void;
  dialog: ReactNode;
} {
  const { t } = useText();
  const go = useNavigate();
  const [asked, ask] = useState<{ what: 'refuse' | 'engage'; pair: Pair }>();
  const shortlist = useCommand(
    (id: string, key) => matches.act(id, 'decision', { decision: 'shortlisted' }, key),
    { done: t.desk.matches.shortlisted },
  );
  const refuse = useCommand(
    ({ id, ...why }: { id: string; code?: string; note?: string }, key) =>
      matches.act(id, 'decision', { decision: 'refused', ...why }, key),
    { done: t.desk.matches.refused, quiet: true },
  );
  const engage = useCommand(
    ({ needId, capability }: Pair, key) =>
      engagements.create(
        { needId, capabilityId: capability.id, instituteId: capability.institute.id },
        key,
      ),
    {
      done: t.desk.matches.engaged,
      quiet: true,
      onDone: ({ id }) => void go(`/engagements/${id}`),
    },
  );
  const close = () => ask(undefined);
  const pair = asked?.pair;
  return {
    shortlist: ({ id }) => shortlist.mutate(id),
    refuse: (one) => ask({ what: 'refuse', pair: one }),
    engage: (one) => ask({ what: 'engage', pair: one }),
    dialog: pair && (
      <>
        {asked.what === 'refuse' && (
          <DecisionDialog
            draft={`refuse.${pair.id}`}
            title={t.desk.matches.refuseTitle(pair.capability.title)}
            codes="decisionCodes"
            confirm={t.desk.matches.refuse}
            danger
            onConfirm={(why) => refuse.mutateAsync({ id: pair.id, ...why })}
            onClose={close}
          />
        )}
        {asked.what === 'engage' && (
          <ConfirmDialog
            title={t.desk.matches.engageTitle}
            text={t.desk.matches.engageText(pair.capability.institute.name)}
            confirm={t.desk.matches.engage}
            onConfirm={() => engage.mutateAsync(pair)}
            onClose={close}
          />
        )}
      </>
    ),
  };
}

/** The side for which the reader decides about matches. */
export function useOwnSide(): 'need' | 'capability' {
  const person = usePerson();
  const onlyInstitute = person.roles.every((role) => role === 'institute');
  return onlyInstitute ? 'capability' : 'need';
}
