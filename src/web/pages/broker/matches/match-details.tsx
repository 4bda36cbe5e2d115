import { Anchor, Box, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { capabilities } from '../../../api/capabilities.ts';
import type { NeedMatch } from '../../../api/matches.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { Facts } from '../../../kit/facts.tsx';
import { listText } from '../../../kit/list-text.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { IpLines, RecordLine, StageLine } from './capability-facts.tsx';
import { CapabilityText } from './capability-text.tsx';
import { IndicatorChecks, Reasons } from './reasons.tsx';

/** One match opened: the capability's text with its passages, its facts, and the reasons. */
export function MatchDetails({ match }: { match: NeedMatch }) {
  const { t, word, language } = useText();
  const { matches } = t.desk;
  const seesRecord = usePerson().is('broker', 'bureau', 'admin');
  const capability = useQuery(capabilities.one(match.capability.id));
  return (
    <QueryView query={capability} bones={2}>
      {(data) => (
        <Stack gap="sm">
          <CapabilityText capability={data} reasons={match.reasons} />
          {match.indicators.length > 0 && (
            <Box>
              <Text size="xs" c="dimmed" mb={4}>
                {matches.indicatorsTitle}
              </Text>
              <IndicatorChecks match={match} />
            </Box>
          )}
          <Box>
            <Text size="xs" c="dimmed" mb={4}>
              {matches.why}
            </Text>
            <Reasons reasons={match.reasons} />
          </Box>
          <Facts
            facts={[
              [matches.stage, <StageLine key="stage" capability={data} />],
              [matches.ip, <IpLines key="ip" ip={data.ip} />],
              [matches.experts, listText(data.experts, language)],
              [
                matches.modes,
                listText(
                  data.cooperationModes.map((mode) => word('cooperationModes', mode)),
                  language,
                ),
              ],
              [
                matches.record,
                seesRecord && <RecordLine key="record" instituteId={data.organizationId} />,
              ],
            ]}
          />
          <Anchor component={Link} to={`/capabilities/${data.id}`} size="sm" className="text-link">
            {matches.openCapability}
          </Anchor>
        </Stack>
      )}
    </QueryView>
  );
}
