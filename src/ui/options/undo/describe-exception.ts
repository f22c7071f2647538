import { showSite } from '../../../i18n/show-site.ts';
import { text } from '../../../i18n/texts.ts';
import type { MatchException } from '../../../settings/settings.ts';

/** Where a name is not meant: on a site, beside certain words, or both. */
export function describeException({ name, host, beside }: MatchException): string {
  if (beside === undefined) return text('optionsExceptionOnSite', { name, site: showSite(host ?? '') });
  if (host === undefined) return text('optionsExceptionBeside', { name, words: beside });
  return text('optionsExceptionBoth', { name, site: showSite(host), words: beside });
}
