import { Navigate } from 'react-router';
import { placesFor } from './navigation.ts';
import { usePerson } from './signed-in.tsx';

/** Everybody begins with the first place of their menu; the bureau with its figures. */
export function Home() {
  const person = usePerson();
  const first = person.is('bureau', 'admin') && !person.is('broker') ? '/glance' : '/today';
  return (
    <Navigate
      to={placesFor(person.roles).some(({ to }) => to === first) ? first : '/inbox'}
      replace
    />
  );
}
