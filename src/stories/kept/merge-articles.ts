import { cutText, maxNoteLength } from './bound-article.ts';
import type { KeptArticle, KeptVersion } from './kept-article.ts';

/**
 * One kept article with the versions of both: the same article kept in two places.
 * @param here whose id, story and corrections are kept; the other's note is added
 */
export function mergeArticles(here: KeptArticle, other: KeptArticle): KeptArticle {
  const versions = [...here.versions, ...other.versions].sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
  return {
    ...here,
    versions: versions.filter((version, i) => !isSameText(version, versions[i - 1])),
    corrections: { ...other.corrections, ...here.corrections },
    note: joinNotes(here.note, other.note),
  };
}

/** Nothing has changed from one version to the next. */
function isSameText(version: KeptVersion, former: KeptVersion | undefined): boolean {
  return former !== undefined && JSON.stringify(version.article) === JSON.stringify(former.article);
}

function joinNotes(here: string, other: string): string {
  if (other === '' || here.includes(other)) return here;
  return here === '' ? other : cutText(`${here}\n\n${other}`, maxNoteLength);
}
