import * as z from 'zod';

export const passwordLength = { min: 10, max: 200 };

/** Said by many, so tried first; compared without case and without what stands around it. */
const common = ['password', 'qwertyuiop', 'qwerty', '1234567890', 'abcdefghij', 'letmein', 'admin'];

/** Why a password would be guessed at once, or null. Length is the rule; the rest only stops jokes. */
export function weakness(password: string, person: { email: string; name: string }): string | null {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 4) return 'It repeats too few characters.';
  const [local] = person.email.toLowerCase().split('@');
  const told = [person.email.toLowerCase(), local!, person.name.toLowerCase(), ...common];
  const rest = told
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), plain);
  return rest.length < 4 ? 'It is little more than a name or a common word.' : null;
}

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(passwordLength.min, `At least ${passwordLength.min} characters.`)
  .max(passwordLength.max);

/** A password that somebody gives to prove who they are: only as long as one can be. */
export const givenPassword = z.string().min(1).max(passwordLength.max);
