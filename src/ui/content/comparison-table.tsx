import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { formatDate } from '../../i18n/format-date.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import type { Stance } from '../../knowledge/pack-schema.ts';
import type { Comparison } from '../../view-models/panel-content.ts';
import { PackWords } from './content-language.tsx';
import { PageLinksContext } from './page-links.ts';

/** A sign beside the word, so that the column can be scanned at a glance; never the sign or a colour alone. */
const stances = {
  says: ['●', 'stanceSays'],
  'says-in-part': ['◐', 'stanceSaysInPart'],
  'says-otherwise': ['◇', 'stanceSaysOtherwise'],
  'does-not-mention': ['–', 'stanceDoesNotMention'],
} as const satisfies Record<Stance, readonly [string, TextKey]>;

/** Claims as rows, sources as columns. Scrolls on its own if it is too wide. */
export function ComparisonTable({ comparison: { sources, rows } }: { comparison: Comparison }) {
  const links = useContext(PageLinksContext);
  return (
    // A scrollable region must be reachable by keyboard (axe: scrollable-region-focusable).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the arrow keys scroll it.
    <section class="comparison" tabIndex={0} aria-label={text('panelComparison')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('panelClaim')}</th>
            {sources.map(({ id, outlet, date }) => (
              <th scope="col" key={id}>
                <MaybeLink page={links?.source(id)}>{outlet}</MaybeLink>
                <span class="when"> {formatDate(date)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ref, text: claim, cells }) => (
            <tr key={ref}>
              <th scope="row">
                <MaybeLink page={links?.claim(ref)}>{claim}</MaybeLink>
              </th>
              {cells.map((cell, place) => (
                <td key={sources[place]?.id ?? place}>
                  {cell.map(({ stance, evidence }) => (
                    <StanceSign key={stance} stance={stance} title={evidence.join(' … ')} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MaybeLink({ page, children }: { page: string | undefined; children: ComponentChildren }) {
  const words = <PackWords>{children}</PackWords>;
  return page === undefined ? words : <a href={page}>{words}</a>;
}

function StanceSign({ stance, title }: { stance: Stance; title?: string }) {
  const [sign, key] = stances[stance];
  return (
    <span class={`cell ${stance}`} title={title}>
      <span aria-hidden="true">{sign}</span> {text(key)}
    </span>
  );
}
