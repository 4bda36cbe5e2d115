import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CapabilityAnswer } from '../../../api/capabilities.ts';
import { instituteRecord } from '../../../api/matches.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** The rights to a capability, one a line. */
export function IpLines({ ip }: Pick<CapabilityAnswer, 'ip'>) {
  const { t } = useText();
  if (ip.length === 0) return t.desk.matches.noIp;
  return ip.map(({ type, number, state }) => (
    <Text key={number} size="sm" component="div">
      {type} {number}{' '}
      <Text span size="xs" c="dimmed">
        {state}
      </Text>
    </Text>
  ));
}

/** Stage in words, with the level where it is known. */
export function StageLine({ capability }: { capability: Pick<CapabilityAnswer, 'stage' | 'trl'> }) {
  const { t, word } = useText();
  const { stage, trl } = capability;
  if (!stage && !trl) return t.states.unknown;
  return [word('capabilityStages', stage), trl && t.desk.matches.trl(trl)]
    .filter(Boolean)
    .join(' · ');
}

/** What has come of an institute's engagements; nothing for those who may not ask. */
export function RecordLine({ instituteId }: { instituteId: string }) {
  const { t } = useText();
  const may = usePerson().is('broker', 'bureau', 'admin');
  const { data } = useQuery({ ...instituteRecord(instituteId), enabled: may });
  if (!data) return null;
  const { talking, agreed, ended, registeredAgreements } = data;
  return t.desk.matches.recordText(talking, agreed, ended, registeredAgreements);
}
