import { useMemo } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { CardContent, CardStatement } from '../../../view-models/card-content.ts';
import { outletKeyOf } from '../../../view-models/cite-source.ts';
import { orderClaims } from '../../../view-models/order-claims.ts';
import { comparePrintings } from '../../../view-models/quotations/compare-printings.ts';
import { ClaimList } from '../../content/claim-view.tsx';
import { SpeakerLine } from '../../content/speaker-line.tsx';
import { Quote } from '../../content/statement-view.tsx';
import type { CardSection } from './card-sections.tsx';
import { PrintingList } from './printing-list.tsx';

/** What a quotation's card has besides its front, without empty sections. */
export function listQuotationSections(
  { statements, positions }: CardContent,
  pageDate: string | undefined,
): CardSection[] {
  const [statement] = statements;
  if (statement === undefined) return [];
  const claims = orderClaims(positions);
  const sections: CardSection[] = [
    {
      key: 'statement',
      title: text('sectionStatement'),
      body: () => (
        <div class="statement">
          <SpeakerLine statement={statement} />
          <Quote sentences={statement.sentences} isWhole />
        </div>
      ),
    },
    {
      key: 'printings',
      title: text('sectionPrintings'),
      count: new Set(statement.wordings.map(({ source }) => outletKeyOf(source))).size,
      body: () => <AllPrintings statement={statement} />,
    },
    {
      key: 'claims',
      title: text('sectionClaims'),
      count: claims.length,
      body: () => <ClaimList views={claims} atFirst={3} pageDate={pageDate} />,
    },
  ];
  return sections.filter(({ count }) => count !== 0);
}

/** Compares only when the reader opens it. */
function AllPrintings({ statement }: { statement: CardStatement }) {
  const printings = useMemo(() => comparePrintings(statement), [statement]);
  return <PrintingList statement={statement} printings={printings} />;
}
