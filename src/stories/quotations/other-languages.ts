import type { RuledSubject } from './attribution-rules.ts';

/** Verbs of German, French and Spanish news, like the English ones in `attribution-verbs.ts`. */
const verbs = [
  ...(
    'sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint schrieb schreibt teilte warnte warnt kritisierte ' +
    'forderte fordert ergänzte versicherte fragte antwortete behauptete berichtete räumte ' +
    'dit disait déclare déclarait affirme affirmait explique expliquait ajoute ajoutait écrit estime estimait souligne assure ' +
    'raconte précise poursuit répond lance regrette ' +
    'dijo dice dijeron afirmó afirma señaló señala explicó explica aseguró asegura declaró declara añadió añade agregó agrega ' +
    'sostuvo sostiene indicó indica manifestó expresó escribió escribe subrayó respondió advirtió contó'
  ).split(' '),
  'a \\p{Ll}+é',
  'ont \\p{Ll}+é',
  'a (?:dit|écrit|répondu|soutenu|repris|poursuivi)',
  'ha \\p{Ll}+(?:ado|ido|cho|to)',
].join('|');
const pronoun = '(?:er|sie|es|wir|il|elle|ils|elles|on|él|ella|ellos|ellas)';
const article = "(?:der|die|das|ein|eine|le|la|les|l[’']|un|une|el|los|las|una)";
const capital = "\\p{Lu}(?:[\\p{L}\\p{M}’'-]*[\\p{L}\\p{M}]|\\.)?";
const small = '(?:von|van|der|zu|zum|de|del|la|le|du|des|los|y|et|und)';
const name = `${capital}(?:\\s(?:${small}\\s)*${capital})*`;
const subject = `(?<subject>${pronoun}(?!\\p{L})|${article}\\s?(?:\\p{L}+\\s){0,4}?\\p{L}+(?=\\s*[.,:;]|\\s+${capital}|$)|${name})`;

const behind = [
  // « … », dit-elle; a-t-il déclaré
  /^[\s,]*(?:\p{Ll}+-t?-?)(?<subject>ils?|elles?)(?!\p{L})/du,
  new RegExp(`^[\\s,—–-]*(?:so|laut|selon|d[’']après|según)\\s+${subject}`, 'du'),
  new RegExp(`^[\\s,—–-]*(?:${verbs})\\s+${subject}`, 'du'),
  new RegExp(`^[\\s,—–-]*${subject}\\s+(?:${verbs})(?!\\p{L})`, 'du'),
];
const ahead = [
  new RegExp(`(?:^|[\\s,])${subject}\\s+(?:${verbs})(?!\\p{L})[^.:]{0,60}[:,]\\s*$`, 'du'),
  new RegExp(`(?:^|[\\s,])(?:${verbs})\\s+${subject}[^.:]{0,60}:\\s*$`, 'du'),
  new RegExp(`(?:^|\\s)(?:[Ll]aut|[Ss]elon|[Ss]egún)\\s+${subject}[^.:]{0,60}$`, 'du'),
];

/**
 * Like `readBehind`, for German, French and Spanish. There is no data to measure it with, so no result is
 * certain.
 */
export function readOtherBehind(masked: string, from: number, to: number): RuledSubject | null {
  return readBy(behind, masked, from, Math.min(to, from + 200));
}

/** Like `readAhead`. */
export function readOtherAhead(masked: string, from: number, to: number): RuledSubject | null {
  return readBy(ahead, masked, Math.max(from, to - 200), to);
}

function readBy(patterns: readonly RegExp[], masked: string, from: number, to: number): RuledSubject | null {
  const zone = masked.slice(from, to);
  for (const pattern of patterns) {
    const span = pattern.exec(zone)?.indices?.groups?.subject;
    if (!span) continue;
    const text = zone.slice(...span);
    const kind = new RegExp(`^${pronoun}$`, 'u').test(text)
      ? 'pronoun'
      : /^\p{Lu}/u.test(text)
        ? 'name'
        : 'description';
    return { rule: 'other-language', subject: { kind, start: from + span[0], end: from + span[1] } };
  }
  return null;
}
