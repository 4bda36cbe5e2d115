import type { Recipient } from '../notifications/notification.ts';
import type { Outgoing } from '../notifications/notification-service.ts';
import type { Need } from './need.ts';

/**
 * Whom a need tells what, as it stands; each occasion has its key, so telling it again tells
 * nobody twice. Params are codes and dates: the text of a need goes nowhere.
 */
export function noticesOf(need: Need): Outgoing[] {
  const { _id: id, district, organizationId, postedBy, status } = need;
  const firm: Recipient = { organizationId };
  const owners: Recipient[] = [firm, { userId: postedBy }];
  const office: Recipient = { role: 'bureau', district };
  const notices: Outgoing[] = [];
  const tell = (event: string, occasion: string | Date, to: Recipient[], more = {}) => {
    const when = typeof occasion === 'string' ? occasion : occasion.getTime();
    const kind = `need.${event}`;
    notices.push({
      key: `${kind}.${id}.${when}`,
      to,
      kind,
      subject: { kind: 'need', id },
      ...more,
    });
  };

  const { onBehalf, submittedAt, vetting, closedAt, closeCode } = need;
  const waits = status === 'draft' || status === 'submitted';
  if (onBehalf && !onBehalf.confirmedAt && waits) tell('confirm_wanted', 'once', [firm]);
  if (onBehalf?.confirmedAt) {
    tell('confirmed', 'once', [{ userId: postedBy }], { except: [onBehalf.confirmedBy ?? ''] });
  }
  if (status === 'submitted' && submittedAt && (!onBehalf || onBehalf.confirmedAt)) {
    tell('submitted', submittedAt, [office], { except: [postedBy] });
  }
  if (vetting) {
    const { decision, code } = vetting;
    const params = { decision, ...(code && { code }) };
    tell('vetted', vetting.at, owners, { params, except: [vetting.by] });
  }
  const refused = vetting?.decision === 'refused';
  if (status === 'closed' && closedAt && closeCode && !refused) {
    const others: Recipient[] = need.instituteIds.map((one) => ({ organizationId: one }));
    if (need.brokerId) others.push({ userId: need.brokerId });
    tell('closed', closedAt, [...owners, ...others], { params: { code: closeCode } });
  }
  return notices;
}

/** Two weeks before its last day: in time to renew it. */
export function expiryNotice(need: Need & { expiresOn: string }): Outgoing {
  const { _id: id, organizationId, postedBy, brokerId, expiresOn } = need;
  const kind = 'need.expires_soon';
  return {
    key: `${kind}.${id}.${expiresOn}`,
    to: [{ organizationId }, { userId: postedBy }, ...(brokerId ? [{ userId: brokerId }] : [])],
    kind,
    subject: { kind: 'need', id },
    params: { expiresOn },
  };
}
