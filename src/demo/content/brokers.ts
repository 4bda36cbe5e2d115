import type { BrokerGrade, Field } from '../../vocabulary.ts';

/** Twenty invented brokers, named by number; `employer` and `conflicts` are keys of organizations. */
export interface BrokerRow {
  grade: BrokerGrade;
  fields: Field[];
  capacity: number;
  /** Of the bureau's own staff. */
  bureau?: true;
  employer?: string;
  conflicts?: string[];
}

export const brokers: readonly BrokerRow[] = [
  {
    grade: 'senior',
    fields: ['advanced_manufacturing', 'new_materials', 'electronics'],
    capacity: 12,
  },
  { grade: 'senior', fields: ['advanced_manufacturing', 'transport'], capacity: 8, bureau: true },
  { grade: 'senior', fields: ['electronics', 'transport'], capacity: 8, employer: 'harbour' },
  { grade: 'intermediate', fields: ['advanced_manufacturing', 'aerospace'], capacity: 7 },
  { grade: 'intermediate', fields: ['new_materials', 'biomedicine'], capacity: 6 },
  {
    grade: 'intermediate',
    fields: ['advanced_manufacturing', 'new_materials'],
    capacity: 6,
    employer: 'workshop',
    conflicts: ['haishe'],
  },
  { grade: 'intermediate', fields: ['new_energy', 'environment'], capacity: 6 },
  {
    grade: 'senior',
    fields: ['new_materials', 'environment'],
    capacity: 8,
    employer: 'zhaobao',
  },
  { grade: 'intermediate', fields: ['new_energy', 'advanced_manufacturing'], capacity: 6 },
  { grade: 'junior', fields: ['transport', 'urban_social'], capacity: 4 },
  { grade: 'junior', fields: ['biomedicine'], capacity: 4 },
  { grade: 'intermediate', fields: ['biomedicine', 'agriculture'], capacity: 6 },
  { grade: 'junior', fields: ['agriculture', 'environment'], capacity: 4 },
  { grade: 'intermediate', fields: ['environment', 'new_energy'], capacity: 5 },
  { grade: 'junior', fields: ['environment', 'urban_social'], capacity: 5 },
  { grade: 'junior', fields: ['advanced_manufacturing'], capacity: 5 },
  {
    grade: 'senior',
    fields: ['aerospace', 'nuclear', 'advanced_manufacturing'],
    capacity: 6,
    employer: 'patents',
  },
  { grade: 'intermediate', fields: ['electronics', 'urban_social'], capacity: 5, bureau: true },
  { grade: 'junior', fields: [], capacity: 3 },
  {
    grade: 'junior',
    fields: ['new_materials', 'agriculture'],
    capacity: 4,
    conflicts: ['shuzhi', 'huagong'],
  },
];
