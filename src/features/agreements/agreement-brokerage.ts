/**
 * The facts of the engagement and its need that make an agreement a brokered one, copied when the
 * agreement is tied to the engagement, so that a report reads one collection. They stay right
 * because they no longer change: a vetting is never taken back, an engagement keeps its parties,
 * and who led and shared is what held at the signing.
 */
export interface Brokerage {
  needId: string;
  /** When the second reader accepted the need; absent when nobody has. */
  needVettedAt?: Date | undefined;
  /** The day of `needVettedAt` in Asia/Shanghai. */
  needVettedOn?: string | undefined;
  /** Organization of the need and institute of the engagement. */
  enterpriseId: string;
  instituteId: string;
  leadBrokerId?: string | undefined;
  shares: { brokerId: string; percent: number }[];
}

/** Whether the parties of the agreement are the engagement's, whichever of them sells. */
export const partiesAgree = (
  brokerage: Pick<Brokerage, 'enterpriseId' | 'instituteId'>,
  sellerOrganizationId: string | undefined,
  buyerOrganizationId: string | undefined,
): boolean =>
  (sellerOrganizationId === brokerage.instituteId &&
    buyerOrganizationId === brokerage.enterpriseId) ||
  (sellerOrganizationId === brokerage.enterpriseId &&
    buyerOrganizationId === brokerage.instituteId);
