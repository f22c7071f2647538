import { oneLine } from './fits-pack.ts';

/** Forms of address, which say nothing of what somebody does. */
const honorific =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|M|Mme|Mlle|Herrn?|Frau|Sra?|Srta|Señora?|Señorita|Don|Doña)\.?$/;

/** Whether it is only a form of address: "Mr.". */
export function isHonorific(text: string): boolean {
  return honorific.test(text);
}

/** A speaker's role on one line; undefined if there is none, it is only a form of address, or not valid in a pack. */
export function readRole(printed: string | undefined): string | undefined {
  const role = oneLine(printed ?? '');
  return role === '' || isHonorific(role) ? undefined : role;
}
