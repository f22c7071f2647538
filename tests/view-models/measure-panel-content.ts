import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim, Pack } from '../../src/knowledge/pack-schema.ts';
import { splitRef } from '../../src/knowledge/qualify-pack.ts';
import type { AnnotatedArticle } from '../../src/view-models/annotated-article.ts';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import type { PanelContent } from '../../src/view-models/panel-content.ts';
import { splitPlainText } from '../../tools/mentions/split-plain-text.ts';

/** A reader's verdict on a claim in a page; a claim without a verdict is plainly absent. */
export type Verdict = 'says' | 'says-in-part' | 'says-otherwise' | 'unclear';

export interface LabelledPage {
  readonly name: string;
  readonly date: string | null;
  readonly text: string;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

export interface Measure {
  /** Claims listed as not found. */
  readonly listed: number;
  readonly listedRightly: number;
  /** Claims of reported stories that the page, by the reader, does not make. */
  readonly absent: number;
  readonly absentListed: number;
  readonly made: number;
  readonly madeRightly: number;
  /** The faults, for people to read. */
  readonly faults: readonly string[];
}

const projectRoot = join(import.meta.dirname, '../..');
const proseFolder = join(projectRoot, '../shared/labelled/prose');
const sourcesFolder = join(projectRoot, '../shared/sources');

/** @returns undefined if `../shared` does not exist */
export function readLabelledProse(): LabelledPage[] | undefined {
  if (!existsSync(proseFolder)) return undefined;
  const table = JSON.parse(readFileSync(join(import.meta.dirname, 'labelled-claims.json'), 'utf8')) as {
    documents: { file: string; sha256: string; date: string | null; verdicts: Record<string, Verdict> }[];
  };
  return table.documents.map(({ file, sha256, date, verdicts }) => {
    const bytes = readFileSync(join(proseFolder, file));
    if (hashOf(bytes) !== sha256) throw new Error(`${file} is not the text that was judged.`);
    // The first line gives the document's origin and is not part of its text.
    const text = bytes.toString('utf8').replace(/^# origin:.*\n/, '');
    return { name: file, date, text, verdicts };
  });
}

/** Fixed before anyone saw a result: the half follows from the hash of the file's name. */
export function isHeldOut(name: string): boolean {
  return createHash('sha256').update(name).digest().readUInt8(0) % 2 === 1;
}

/** The five articles with the positions that the pack gives them. @returns undefined if `../shared` does not exist */
export function readLabelledArticles(pack: Pack): LabelledPage[] | undefined {
  if (!existsSync(sourcesFolder)) return undefined;
  const files = readdirSync(sourcesFolder).filter((file) => /^\d{3}_\w+\.txt$/.test(file));
  return files.sort().map((file) => {
    const bytes = readFileSync(join(sourcesFolder, file));
    const source = pack.sources.find(({ textSha256 }) => textSha256 === hashOf(bytes));
    if (!source) throw new Error(`The pack has no source with the text of ${file}.`);
    const parts = pack.sources.filter(({ partOf }) => partOf?.source === source.id).map(({ id }) => id);
    const verdicts: Record<string, Verdict> = {};
    for (const claim of pack.claims) {
      const verdict = verdictOf(claim, [source.id, ...parts]) ?? verdictOf(claim, [source.editionOf ?? '']);
      if (verdict !== undefined && verdict !== 'does-not-mention') verdicts[claim.id] = verdict;
    }
    return { name: file, date: source.date.value, text: bytes.toString('utf8'), verdicts };
  });
}

function verdictOf(claim: Claim, sources: readonly string[]): Verdict | 'does-not-mention' | undefined {
  const stances = claim.positions
    .filter(({ source }) => sources.includes(source))
    .map(({ stance }) => stance);
  return stances.find((stance) => stance !== 'does-not-mention') ?? stances[0];
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Without mentions and quote matches: they affect only the order of the list. */
export function panelContentOf(pack: Pack, { name, date, text }: LabelledPage): PanelContent {
  const blocks = splitPlainText(text).map((block) => ({ text: block, mentions: [], traces: [] }));
  const reading: AnnotatedArticle = { title: name, address: `https://page.example/${name}`, date, blocks };
  return makePanelContent(pack, reading);
}

/**
 * Counts over (page, claim) pairs. Strict: a listed claim is wrong if the reader found that the page does not report
 * its story, or found it unclear.
 */
export function measure(pack: Pack, pages: readonly LabelledPage[]): Measure {
  const count = { listed: 0, listedRightly: 0, absent: 0, absentListed: 0, made: 0, madeRightly: 0 };
  const faults: string[] = [];
  for (const page of pages) {
    const panelContent = panelContentOf(pack, page);
    const elsewhere = new Set(panelContent.elsewhere.map(({ ref }) => splitRef(ref).id));
    const made = new Map(panelContent.made.map((claim) => [splitRef(claim.ref).id, claim]));
    const reported = new Set(
      pack.claims.filter(({ id }) => isMaking(page.verdicts[id])).map(({ story }) => story),
    );
    for (const claim of pack.claims) {
      const verdict = page.verdicts[claim.id];
      const stories = [claim.story, ...(claim.backgroundOf ?? [])];
      const isAbsent = verdict === undefined && stories.some((story) => reported.has(story));
      if (elsewhere.has(claim.id)) {
        count.listed += 1;
        if (isAbsent) count.listedRightly += 1;
        else
          faults.push(
            `${page.name}: lists ${claim.id} as not found; a reader: ${verdict ?? 'story not told'}`,
          );
      }
      if (isAbsent && isReported(claim) && isOldEnough(claim, page.date)) {
        count.absent += 1;
        if (elsewhere.has(claim.id)) count.absentListed += 1;
        else faults.push(`${page.name}: leaves out ${claim.id}${made.has(claim.id) ? ' as made' : ''}`);
      }
      const found = made.get(claim.id);
      if (found) {
        count.made += 1;
        if (isMaking(verdict)) count.madeRightly += 1;
        else
          faults.push(
            `${page.name}: makes ${claim.id}? a reader: ${verdict ?? 'absent'}; ${found.passage ?? ''}`,
          );
      }
    }
  }
  return { ...count, faults };
}

function isMaking(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && verdict !== 'unclear';
}

function isReported({ positions }: Claim): boolean {
  return positions.some(({ stance }) => stance === 'says' || stance === 'says-in-part');
}

function isOldEnough({ since }: Claim, date: string | null): boolean {
  return since === undefined || date === null || date.slice(0, since.value.length) >= since.value;
}
