/** The 11 technology fields of technology contracts, with words that betray them. */
export const technologyFields = [
  'electronics',
  'aerospace',
  'advanced_manufacturing',
  'biomedicine',
  'new_materials',
  'new_energy',
  'environment',
  'nuclear',
  'agriculture',
  'transport',
  'urban_social',
] as const;

export type TechnologyField = (typeof technologyFields)[number];
