import { formatDay } from '../../i18n/format-date.ts';
import { text } from '../../i18n/texts.ts';

/** The date of the example: the card shows what has happened since. */
const exampleDate = '2020-06-11';

/**
 * From Amazon's post of 10 June 2020, verbatim; this page finds its statement in the built-in pack as a quote match.
 */
export const exampleQuotation =
  'We hope this one-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready to help if requested,';

/** A short article of our own, marked like any other; its facts are taken from the built-in pack. */
export function WelcomeArticle() {
  const [before, after] = text('welcomeArticleAmazon').split('{quotation}');
  return (
    <figure>
      <article>
        <header>
          <h3>{text('welcomeArticleTitle')}</h3>
          <p class="dateline">
            <time dir="auto" dateTime={exampleDate}>
              {formatDay(exampleDate)}
            </time>
          </p>
        </header>
        <p>
          {before}
          <span lang="en" dir="auto">
            “{exampleQuotation}”
          </span>
          {after}
        </p>
        <p>{text('welcomeArticleIbm')}</p>
        <p>{text('welcomeArticleStudies')}</p>
      </article>
      <figcaption class="hint">{text('welcomeExampleNote', { date: formatDay(exampleDate) })}</figcaption>
    </figure>
  );
}
