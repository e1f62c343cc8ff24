import type { Layout } from './screen';
import type { State } from './state';

/** Where the parts of a screen stand, and whether its head has no room for a button a language. */
export interface Arrangement {
  layout: Layout;
  crowded: boolean;
}

/** What fits a screen of a size in CSS pixels. */
export function arranged(world: State | undefined, width: number, height: number, large: boolean): Arrangement {
  const ages = world?.ages.length ?? 0;
  const choices = Math.max(0, ...(world?.sessions ?? []).slice(0, 40).map(({ activities }) => activities.length));
  const tall = height > width;
  const small = tall ? width < 760 || height < 1100 : height < 740 || width < 1060;
  const packed = !tall && (choices > 4 || (ages > 5 && width < 1200) || ages > 7);
  const layout = large || small || packed ? 'compact' : tall ? 'tall' : 'wide';
  return { layout, crowded: layout === 'compact' && width < 240 + 120 * (world?.languages.length ?? 0) };
}
