import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type HoverChoice } from '../../../src/settings/settings.ts';
import { HoverFields } from '../../../src/ui/options/hover-fields.tsx';
import { waitUntil } from '../wait-until.ts';

const onChange = vi.fn();

function drawFields(hover: HoverChoice): HTMLInputElement {
  document.body.innerHTML = '<main></main>';
  const place = document.querySelector('main') as HTMLElement;
  onChange.mockReset().mockImplementation((wanted: HoverChoice) => {
    render(<HoverFields hover={wanted} onChange={onChange} />, place);
  });
  render(<HoverFields hover={hover} onChange={onChange} />, place);
  return place.querySelector('input[type=range]') as HTMLInputElement;
}

test('a delay that is dragged shows its number, and counts once it is let go', async () => {
  const hover = { ...defaultSettings.hover, isOn: true };
  const slider = drawFields(hover);
  const field = page.getByRole('spinbutton', { name: 'Opens after (milliseconds)' });
  for (const dragged of ['350', '800', '1300']) {
    slider.value = dragged;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(() => (field.element() as HTMLInputElement).value === dragged);
  }
  expect(onChange).not.toHaveBeenCalled();
  slider.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...hover, openDelayMs: 1300 });
});

test('each press of a key on a slider counts', async () => {
  const hover = { ...defaultSettings.hover, isOn: true };
  drawFields(hover).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(onChange.mock.calls).toEqual([[{ ...hover, openDelayMs: 350 }], [{ ...hover, openDelayMs: 400 }]]);
});
