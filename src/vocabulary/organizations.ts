export const roles = ['enterprise', 'institute', 'broker', 'bureau', 'admin'] as const;
export type Role = (typeof roles)[number];

export const organizationKinds = ['enterprise', 'institute', 'platform'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const idKinds = ['credit_code', 'foreign_registration', 'person'] as const;
export type IdKind = (typeof idKinds)[number];

/** The tiered cultivation ladder (梯次培育), lowest first. */
export const tiers = [
  'high_growth',
  'innovative',
  'technology',
  'specialized',
  'little_giant',
  'champion',
] as const;
export type Tier = (typeof tiers)[number];

/** How an account stands. */
export const userStatuses = ['invited', 'active', 'disabled'] as const;
export type UserStatus = (typeof userStatuses)[number];
