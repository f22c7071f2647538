import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DatedItem } from '../briefing/briefing.ts';
import { formatDate, formatDay } from './format-date.ts';
import { SourceList } from './source-line.tsx';
import { text } from './texts.ts';
import { layOutTimeline } from './timeline-layout.ts';

interface TimelineProps {
  readonly items: readonly DatedItem[];
  readonly pageDate: string | null;
}

const laneHeight = 24;
const axisHeight = 26;

/**
 * What happened, to scale, with the page's own date on it. One tab stop; arrow keys go from event to event, and the
 * chosen one is told below. The same as a table stands beside it for whoever would rather read.
 */
export function TimelineView({ items, pageDate }: TimelineProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  const [chosen, setChosen] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { points, ticks, pageX, laneCount } = layOutTimeline(items, pageDate, width);
  const height = laneCount * laneHeight + axisHeight;
  const current = Math.min(chosen, points.length - 1);
  const item = points[current]?.item;

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextPoint(event.key, current, points.length);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    frame.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls; these buttons choose what is told below. */}
      <div
        class="timeline"
        ref={frame}
        style={{ height }}
        onKeyDown={onKeyDown}
        role="group"
        aria-label={text('panelTimeline')}
      >
        <svg class="axis" width={width} height={height} aria-hidden="true">
          <line x1="0" x2={width} y1={height - axisHeight} y2={height - axisHeight} />
          {ticks.map(({ x, label }) => (
            <g key={x} transform={`translate(${x} ${height - axisHeight})`}>
              <line y2="5" />
              <text y="18" text-anchor="middle">
                {label}
              </text>
            </g>
          ))}
          {pageX !== undefined && (
            <line class="page-date" x1={pageX} x2={pageX} y1="0" y2={height - axisHeight} />
          )}
        </svg>
        {points.map(({ item: point, x, lane }, place) => (
          <button
            type="button"
            key={point.date.value + point.text}
            class="point"
            style={{ left: x - 12, top: height - axisHeight - (lane + 1) * laneHeight }}
            tabIndex={place === current ? 0 : -1}
            aria-pressed={place === current}
            aria-label={`${formatDate(point.date)}: ${point.text}`}
            onClick={() => setChosen(place)}
          />
        ))}
      </div>
      {pageDate !== null && (
        <p class="when">
          <span class="page-key" aria-hidden="true" />{' '}
          {text('panelTimelinePage', { date: formatDay(pageDate) })}
        </p>
      )}
      {item !== undefined && (
        <div class="chosen" aria-live="polite">
          <p>
            <span class="date">{formatDate(item.date)}</span> {item.text}
          </p>
          <SourceList sources={item.cites} />
        </div>
      )}
      <TimelineTable items={items} />
    </>
  );
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
            <tr key={date.value + what}>
              <th scope="row">{formatDate(date)}</th>
              <td>
                {what}
                <SourceList sources={cites} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
