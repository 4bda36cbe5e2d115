import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { call } from '../../../api/client.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type AgreementValues, partyBodyOf } from './agreement-values.ts';

/** Warns while one types that such a contract is recorded already; asks once all of it is there. */
export function DuplicateNote({
  values,
  id,
}: {
  values: AgreementValues;
  id?: string | undefined;
}) {
  const { t } = useText();
  const texts = t.agreements.form;
  const { engagementId, title, contractValueFen, signedAt, seller, buyer } = values;
  const full =
    title.trim() !== '' &&
    contractValueFen !== null &&
    !Number.isNaN(contractValueFen) &&
    signedAt !== '' &&
    seller.name.trim() !== '' &&
    buyer.name.trim() !== '';
  const [asked] = useDebouncedValue(
    full
      ? JSON.stringify({
          ...(id && { id }),
          ...(engagementId && { engagementId }),
          ...{ title, contractValueFen, signedAt },
          seller: partyBodyOf(seller),
          buyer: partyBodyOf(buyer),
        })
      : '',
    500,
  );
  const { data } = useQuery({
    queryKey: [agreements.path, 'advice', asked],
    queryFn: ({ signal }) =>
      call<Pick<Agreement, 'warnings'>>('POST', `${agreements.path}/advice`, {
        body: JSON.parse(asked),
        signal,
      }),
    enabled: asked !== '',
    retry: false,
  });
  // What cannot be asked yet is no fault: the form tells its own when it is sent.
  const found = asked === '' ? [] : (data?.warnings ?? []);
  return (
    <div role="status">
      {found.map(({ code, agreementId }) => (
        <Alert key={agreementId} color="yellow" icon={<IconCopy aria-hidden />} mb="xs">
          {code === 'exact_duplicate' ? texts.duplicateExact : texts.duplicatePossible}{' '}
          <Anchor component={Link} to={`/agreements/${agreementId}`} target="_blank">
            {texts.openOther}
          </Anchor>
        </Alert>
      ))}
    </div>
  );
}
