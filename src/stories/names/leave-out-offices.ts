import { isOrganisation, placeBeginnings } from '../text/phrase-words.ts';
import type { PlacedName } from './join-paired-names.ts';

/**
 * Leaves what a person is out of their name: "National Security Adviser Ann Lee", where "Ann Lee" and "Lee" are printed,
 * too. The office still precedes the name, as a title does.
 */
export function leaveOutOffices(names: readonly PlacedName[]): readonly PlacedName[] {
  const printed = new Set(names.map(({ text }) => text));
  return names.map((name) => {
    const [, office = '', person = '', first = '', surname = ''] = withOffice.exec(name.text) ?? [];
    const isPerson = printed.has(person) && printed.has(surname) && !placeBeginnings.has(first.toLowerCase());
    if (!isPerson || name.isWork || isOrganisation(office)) return name;
    return { ...name, start: name.start + office.length, text: person };
  });
}

/** Capitalised words, and a first name and a surname. */
const withOffice = /^((?:\p{Lu}[\p{L}’'-]+\s+)+)((\p{Lu}[\p{L}’'-]+)\s+(\p{Lu}[\p{L}’'-]+))$/u;
