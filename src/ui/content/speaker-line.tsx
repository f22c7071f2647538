import { useContext } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';
import type { CardStatement } from '../../view-models/card-content.ts';
import { PackWords } from './content-language.tsx';
import { DateText } from './date-text.tsx';
import { OpenEntityContext } from './open-entity.ts';
import { PageLinksContext } from './page-links.ts';

/** Who said it, in which role and when; in the library with links. */
export function SpeakerLine({ statement }: { statement: CardStatement }) {
  const { speaker, date } = statement;
  return (
    <p class="speaker">
      <strong>
        {speaker === null ? (
          text('speakerUnnamed')
        ) : (
          <PackWords>
            <Speaker speaker={speaker} />
          </PackWords>
        )}
      </strong>
      {speaker?.role !== undefined && (
        <span class="role">
          , <PackWords>{speaker.role}</PackWords>
        </span>
      )}
      {date !== undefined && (
        <span class="when">
          {' · '}
          <DateText date={date} />
        </span>
      )}
      <OwnPage statement={statement} />
    </p>
  );
}

function Speaker({ speaker }: { speaker: NonNullable<CardStatement['speaker']> }) {
  const links = useContext(PageLinksContext);
  const page = speaker.entityRef === undefined ? undefined : links?.entity(speaker.entityRef);
  const name = speaker.text;
  const open = useContext(OpenEntityContext)?.(speaker.entityRef ?? '');
  if (open !== undefined && speaker.entityRef !== undefined) {
    return (
      <button type="button" class="lead" onClick={open}>
        {name}
      </button>
    );
  }
  return page === undefined ? name : <a href={page}>{name}</a>;
}

function OwnPage({ statement: { ref } }: { statement: CardStatement }) {
  const page = useContext(PageLinksContext)?.statement(ref);
  if (page === undefined) return null;
  return (
    <>
      {' · '}
      <a class="own-page" href={page}>
        {text('statementPage')}
      </a>
    </>
  );
}
