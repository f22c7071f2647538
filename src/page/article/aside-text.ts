/** "Related: …", "Read more", "Lesen Sie auch": labels that lead to other articles. */
const linkLabel =
  /^(?:related|also|see (?:also|more)|read (?:more|also|next)|don['’]?t miss|watch|continue reading|recommended|you may also like|click here|lire aussi|à lire|lesen sie auch|mehr zum thema|lea también|lee también|te puede interesar)\b(?:[^.]{0,12}:|[ .…]*$| below$| on .{0,40}$)|^more\W*$/i;
/** "(Image: © NASA)", "Photo: Hau Dinh, AP", "Getty Images" */
const credit =
  /^(?:\(?(?:image|photo|photograph|picture|credit|illustration|video|source|foto|bild|crédit|quelle|fuente)s?(?: (?:credit|by|courtesy))?\s?[:©]|\(?photos? by |©|courtesy of )|^(?:.{0,40}\/\s?)?(?:getty images|reuters|ap photo|afp)(?:\s?\/.{0,40})?$|\((?:image|photo|credit|foto|bild)s?: [^)]{1,60}\)$|\((?:ap photo|ap|reuters|getty|afp)\b[^)]{0,60}\)$/i;
const imprint =
  /^(?:published|updated|posted|last (?:updated|modified)|first published|originally published|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado)\b.{0,80}$/i;
const byline = /^(?:by|von|par|por)\s+\p{Lu}[^.!?]{1,80}$/u;
const day =
  /^(?:\p{L}{3,9}\.?,?\s+)?(?:\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})[^.]{0,40}$/u;
const notice =
  /^(?:copyright\b|all rights reserved|this (?:document|material) (?:is subject|may not)|the contents of this site|filed under|tags?:|citation:|follow (?:us|me|him|her|them|[@\p{Lu}][^.]{0,60}?) (?:on|at) |follow @|have a (?:news )?tip|get the latest|subscribe (?:to|now|here)|sign up (?:to|for)|join (?:our|us)|download (?:our|the) app|like us on|share this|advertisement|anzeige|publicité|publicidad|this (?:post|article) (?:may|contains?) (?:contain )?affiliate|additional reporting by|need more space\?|loading)/iu;

/** Whether the text only labels what follows: "Don't miss", "More:". */
export function isLinkLabel(text: string): boolean {
  return text.length < 40 && linkLabel.test(text) && /[\p{L}:.…]$/u.test(text) && !/:\s*\S/.test(text);
}

/**
 * Whether a piece of text is by its wording not part of the article: a credit, date, byline, notice or link
 * to something else.
 */
export function isAside(text: string): boolean {
  if (text.length > 400) return false;
  return (
    linkLabel.test(text) ||
    (text.length < 250 && credit.test(text)) ||
    imprint.test(text) ||
    byline.test(text) ||
    day.test(text) ||
    notice.test(text)
  );
}
