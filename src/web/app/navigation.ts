import {
  IconAddressBook,
  IconArrowsJoin2,
  IconBellRinging,
  IconBuilding,
  IconBulb,
  IconCalendar,
  IconChartBar,
  IconClipboardCheck,
  IconFileCertificate,
  IconFileImport,
  IconHistory,
  IconKey,
  IconLayoutKanban,
  IconListCheck,
  IconReportAnalytics,
  IconRubberStamp,
  IconSearch,
  IconSettings,
  IconUsers,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { Role } from '../../vocabulary.ts';
import type { Messages } from '../texts/language.ts';

export interface Place {
  to: string;
  name: keyof Messages['shell']['nav'];
  icon: typeof IconSearch;
  roles: readonly Role[];
}

const office: Role[] = ['bureau', 'admin'];

/** The menu, in the order of a day's work; everybody sees what their roles may open. */
const places: readonly Place[] = [
  {
    to: '/today',
    name: 'today',
    icon: IconListCheck,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  { to: '/glance', name: 'glance', icon: IconChartBar, roles: office },
  { to: '/vetting', name: 'vetting', icon: IconClipboardCheck, roles: ['bureau', 'broker'] },
  { to: '/assignment', name: 'assignment', icon: IconArrowsJoin2, roles: office },
  { to: '/registration', name: 'registration', icon: IconRubberStamp, roles: office },
  {
    to: '/needs',
    name: 'needs',
    icon: IconZoomQuestion,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  { to: '/near-needs', name: 'nearNeeds', icon: IconAddressBook, roles: ['institute'] },
  { to: '/interest', name: 'interest', icon: IconBellRinging, roles: ['institute'] },
  {
    to: '/capabilities',
    name: 'capabilities',
    icon: IconBulb,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  {
    to: '/search',
    name: 'search',
    icon: IconSearch,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  {
    to: '/pipeline',
    name: 'pipeline',
    icon: IconLayoutKanban,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  {
    to: '/calendar',
    name: 'calendar',
    icon: IconCalendar,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  {
    to: '/agreements',
    name: 'agreements',
    icon: IconFileCertificate,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
  { to: '/reports', name: 'reports', icon: IconReportAnalytics, roles: office },
  { to: '/organizations', name: 'organizations', icon: IconBuilding, roles: office },
  { to: '/people', name: 'people', icon: IconUsers, roles: office },
  {
    to: '/imports',
    name: 'imports',
    icon: IconFileImport,
    roles: ['institute', 'enterprise', ...office],
  },
  { to: '/settings', name: 'settings', icon: IconSettings, roles: office },
  { to: '/audit', name: 'audit', icon: IconHistory, roles: office },
  {
    to: '/tokens',
    name: 'tokens',
    icon: IconKey,
    roles: ['broker', 'enterprise', 'institute', ...office],
  },
];

export const placesFor = (roles: readonly Role[]): Place[] =>
  places.filter((place) => place.roles.some((role) => roles.includes(role)));
