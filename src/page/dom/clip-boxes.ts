/** Edges in viewport coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The area that both boxes cover. If they do not meet, its right edge may lie left of its left one. */
export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** What a computed `clip` leaves of an element's box; `auto` edges do not clip. */
export function boxOfClip(clip: string, box: Box): Box | undefined {
  const edges = /^rect\(([^)]*)\)$/.exec(clip)?.[1]?.split(/[\s,]+/);
  if (edges?.length !== 4) return undefined;
  const [top, right, bottom, left] = edges.map((edge) => Number.parseFloat(edge));
  const from = (origin: number, offset: number | undefined, otherwise: number) =>
    offset === undefined || Number.isNaN(offset) ? otherwise : origin + offset;
  return {
    left: from(box.left, left, Number.NEGATIVE_INFINITY),
    top: from(box.top, top, Number.NEGATIVE_INFINITY),
    right: from(box.left, right, Number.POSITIVE_INFINITY),
    bottom: from(box.top, bottom, Number.POSITIVE_INFINITY),
  };
}

/**
 * The box around what a computed `clip-path` leaves of an element's box. Undefined for shapes that are not
 * made of lengths and percentages; those are taken not to clip.
 */
export function boxOfClipPath(clipPath: string, box: Box): Box | undefined {
  const match = /^(?:[a-z]+-box )?(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(clipPath);
  if (!match) return undefined;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const values = (match[2] as string).replace(/\bround\b.*/, '').trim();
  if (match[1] === 'inset') {
    const [top = 0, right = top, bottom = top, left = right] = values
      .split(/\s+/)
      .map((value, index) => readLength(value, index % 2 === 0 ? height : width));
    return {
      left: box.left + left,
      top: box.top + top,
      right: box.right - right,
      bottom: box.bottom - bottom,
    };
  }
  if (match[1] === 'polygon') return boxOfPolygon(values, box, width, height);
  const [radii = '', center = ''] = values.split(/\s*\bat\b\s*/);
  // Keywords such as `closest-side` leave most of a box.
  const sizes = radii.split(/\s+/).map((radius) => Number.parseFloat(radius) === 0);
  if (!sizes.some(Boolean)) return undefined;
  const [x = '50%', y = '50%'] = center.split(/\s+/).filter(Boolean);
  const left = box.left + readLength(x, width);
  const top = box.top + readLength(y, height);
  return { left, top, right: left, bottom: top };
}

function boxOfPolygon(values: string, box: Box, width: number, height: number): Box {
  const points = values.split(',').map((point) => point.trim().split(/\s+/));
  const pairs = points.filter((point) => point.length === 2);
  const xs = pairs.map(([x = '']) => box.left + readLength(x, width));
  const ys = pairs.map(([, y = '']) => box.top + readLength(y, height));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function readLength(value: string, whole: number): number {
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return 0;
  return value.endsWith('%') ? (number / 100) * whole : number;
}
