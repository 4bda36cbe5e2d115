import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { usePerson } from '../../../app/signed-in.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** To the whole history of one thing; nothing for those who may not read it. */
export function HistoryLink({
  subject,
  district,
}: {
  subject: string;
  /** The district that owns it, where a thing is seen in others too: its office reads the history. */
  district?: string;
}) {
  const { t } = useText();
  const person = usePerson();
  const elsewhere = district !== undefined && district !== person.district;
  if (elsewhere || !person.may('see_audit')) return null;
  return (
    <Anchor component={Link} to={`/audit?subject=${subject}`} size="sm" className="no-print">
      {t.desks.audit.historyLink}
    </Anchor>
  );
}
