import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDate, formatDay } from '../../../i18n/format-date.ts';
import { isRightToLeft } from '../../../i18n/language.ts';
import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import type { DatedItem } from '../../../view-models/panel-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords } from '../content-language.tsx';
import { DateText } from '../date-text.tsx';
import { DatedLine } from '../dated-line.tsx';
import { SourceList } from '../source-line.tsx';
import { layOutTimeline, pointWidth, type TimelinePoint, timelineHeight } from './timeline-layout.ts';

interface TimelineProps {
  readonly items: readonly DatedItem[];
  readonly pageDate: string | null;
}

const axisHeight = 26;
const labelSize = 11;
/** The width of four points. Nothing is laid out in less; a hidden element has no width. */
const minWidth = 96;

/**
 * What happened, to scale, with the page's own date. One tab stop: the arrow keys move from point to point, and the
 * items of the current point are listed below. A table shows the same items.
 */
export function TimelineView({ items, pageDate }: TimelineProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useTimelineWidth(frame);
  // The item, not the index of its point: another width groups the items differently.
  const [chosen, setChosen] = useState<string>();
  const { points, ticks, pageX } = layOutTimeline(items, pageDate, width);
  // Time runs in the reading direction.
  const isMirrored = isRightToLeft();
  const chosenPoint = points.findIndex(({ items: here }) => here.some((item) => keyOf(item) === chosen));
  // Until the reader chooses: the items around the page's own date, or the latest.
  const current = chosenPoint < 0 ? nearestPoint(points, pageX) : chosenPoint;

  function choose(point: TimelinePoint | undefined): void {
    const item = point?.items[0];
    if (item !== undefined) setChosen(keyOf(item));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextPoint(isMirrored ? mirrorKey(event.key) : event.key, current, points.length);
    if (next === undefined) return;
    event.preventDefault();
    choose(points[next]);
    frame.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; these buttons choose what is told below. */}
      <div
        class="timeline"
        style={{ '--timeline-height': timelineHeight, '--point-width': pointWidth }}
        ref={frame}
        onKeyDown={onKeyDown}
        role="group"
        aria-label={text('panelTimeline')}
      >
        <TimelineAxis ticks={ticks} pageX={pageX} width={width} isMirrored={isMirrored} />
        {points.map((point, place) => (
          <PointButton
            key={point.items.slice(0, 1).map(keyOf).join()}
            point={point}
            isChosen={place === current}
            onChoose={() => choose(point)}
          />
        ))}
      </div>
      {pageDate !== null && (
        <p class="when">
          <span class="page-key" aria-hidden="true" />{' '}
          {text('panelTimelinePage', { date: formatDay(pageDate) })}
        </p>
      )}
      <div class="chosen" aria-live="polite">
        <MoreList
          key={current}
          atFirst={3}
          class="events"
          items={(points[current]?.items ?? []).map((item) => <DatedLine key={keyOf(item)} item={item} />)}
        />
      </div>
      <TimelineTable items={items} />
    </>
  );
}

/** The width in layout units; measured again after the frame or the text size changes. */
function useTimelineWidth(frame: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const unitPx = element.clientHeight / timelineHeight || 1;
      setWidth(Math.max(minWidth, Math.floor(element.clientWidth / unitPx)));
    };
    // The frame's height follows the text size, so that the observer also sees a change of text size.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

interface PointButtonProps {
  readonly point: TimelinePoint;
  readonly isChosen: boolean;
  onChoose(): void;
}

function PointButton({ point, isChosen, onChoose }: PointButtonProps) {
  return (
    <button
      type="button"
      class="point"
      style={{
        insetInlineStart: grow(point.x - pointWidth / 2),
        top: grow(timelineHeight - axisHeight - pointWidth - 3),
      }}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={describePoint(point)}
      onClick={onChoose}
    >
      {point.items.length > 1 && formatNumber(point.items.length)}
    </button>
  );
}

interface TimelineAxisProps {
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly pageX: number | undefined;
  readonly width: number;
  readonly isMirrored: boolean;
}

function TimelineAxis({ ticks, pageX, width, isMirrored }: TimelineAxisProps) {
  const fromLeft = (x: number) => (isMirrored ? width - x : x);
  return (
    <svg
      class="axis"
      viewBox={`0 0 ${width} ${timelineHeight}`}
      style={{ width: grow(width), height: grow(timelineHeight) }}
      aria-hidden="true"
    >
      <line x1="0" x2={width} y1={timelineHeight - axisHeight} y2={timelineHeight - axisHeight} />
      {ticks.map(({ x, label }) => (
        <g key={x} transform={`translate(${fromLeft(x)} ${timelineHeight - axisHeight})`}>
          <line y2="5" />
          <text x={clampInside(fromLeft(x), width)} y="18" font-size={labelSize} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {pageX !== undefined && (
        <line
          class="page-date"
          x1={fromLeft(pageX)}
          x2={fromLeft(pageX)}
          y1="0"
          y2={timelineHeight - axisHeight}
        />
      )}
    </svg>
  );
}

function grow(units: number): string {
  return `calc(${units} * var(--unit))`;
}

function keyOf({ date, text: what }: Pick<DatedItem, 'date' | 'text'>): string {
  return `${date.value} ${what}`;
}

function nearestPoint(points: readonly TimelinePoint[], pageX: number | undefined): number {
  if (pageX === undefined) return points.length - 1;
  const distances = points.map(({ x }) => Math.abs(x - pageX));
  return distances.indexOf(Math.min(...distances));
}

function describePoint({ items }: TimelinePoint): string {
  const [first] = items;
  if (first === undefined) return '';
  const description = `${formatDate(first.date)}: ${first.text}`;
  // Includes the number that the button shows, so that speech input users can say what they see (WCAG 2.5.3).
  return items.length === 1
    ? description
    : `${formatNumber(items.length)} · ${description} ${countedText('panelTimelineMore', items.length - 1)}`;
}

/** Half of a label's usual width, in units: a label at the edge is moved in by as much as it would stick out. */
const halfLabel = 20;

function clampInside(x: number, width: number): number {
  return Math.max(halfLabel - x, 0) - Math.max(x - (width - halfLabel), 0);
}

/** Left is later in a right-to-left language. */
function mirrorKey(key: string): string {
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}

function nextPoint(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(current + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(current - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function TimelineTable({ items }: Pick<TimelineProps, 'items'>) {
  return (
    <details>
      <summary>{text('panelTimelineTable')}</summary>
      <table class="dates">
        <thead>
          <tr>
            <th scope="col">{text('panelDate')}</th>
            <th scope="col">{text('panelEvent')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ date, text: what, cites }) => (
            <tr key={keyOf({ date, text: what })}>
              <th scope="row">
                <DateText date={date} />
              </th>
              <td>
                <PackWords>{what}</PackWords>
                <SourceList sources={cites} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
