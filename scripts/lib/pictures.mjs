// The pictures Tambur draws with, picked from OpenMoji (CC BY-SA 4.0), and its signs, from Tabler (MIT).
// Imported by vite.config.ts; run by itself it writes target/classes/pictures/<name>.svg for pages and PDFs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A name a plan may use -> the picture's name in OpenMoji. `neutral` stands in for a name we do not have. */
const picked = {
  neutral: 'star',
  adult: 'person',
  apple: 'red-apple',
  baby: 'baby',
  backpack: 'backpack',
  ball: 'balloon',
  balloon: 'balloon',
  book: 'open-book',
  bottle: 'baby-bottle',
  bubbles: 'bubbles',
  bus: 'bus',
  chick: 'hatching-chick',
  child: 'girl',
  church: 'church',
  coat: 'coat',
  coffee: 'hot-beverage',
  ear: 'ear',
  'face-1': 'frowning-face',
  'face-2': 'confused-face',
  'face-3': 'slightly-smiling-face',
  'face-4': 'beaming-face-with-smiling-eyes',
  'face-neutral': 'neutral-face',
  family: 'family-adult-child',
  food: 'fork-and-knife-with-plate',
  gift: 'wrapped-gift',
  globe: 'globe-with-meridians',
  hands: 'handshake',
  heart: 'red-heart',
  hello: 'waving-hand',
  hospital: 'hospital',
  house: 'house',
  hug: 'people-hugging',
  moon: 'crescent-moon',
  music: 'musical-notes',
  notes: 'musical-notes',
  outdoors: 'deciduous-tree',
  paint: 'artist-palette',
  park: 'deciduous-tree',
  people: 'busts-in-silhouette',
  pregnant: 'pregnant-woman',
  puzzle: 'puzzle-piece',
  scale: 'stethoscope',
  school: 'school',
  scissors: 'scissors',
  slide: 'playground-slide',
  snowman: 'snowman',
  star: 'star',
  stethoscope: 'stethoscope',
  sun: 'sun-with-face',
  teddy: 'teddy-bear',
  ticket: 'admission-tickets',
  toddler: 'boy',
  tooth: 'tooth',
  tree: 'deciduous-tree',
  yarn: 'yarn'
};

/** The signs on the tablet's buttons, by their names in Tabler. */
const signNames = [
  'activity',
  'arrow-back-up',
  'arrow-left',
  'arrow-right',
  'backspace',
  'check',
  'door-exit',
  'link',
  'minus',
  'player-pause',
  'player-play',
  'plus',
  'spray',
  'world',
  'x'
];

function bodies(set, names) {
  const { icons } = JSON.parse(readFileSync(join(root, 'node_modules', '@iconify-json', set, 'icons.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(names).map(([name, id]) => {
      if (!icons[id]) throw new Error(`${set} has no picture called ${id}`);
      return [name, icons[id].body];
    })
  );
}

/** name -> what stands inside an `<svg viewBox="0 0 72 72">`. */
export const pictures = () => bodies('openmoji', picked);

/** name -> what stands inside an `<svg viewBox="0 0 24 24">`. */
export const signs = () => bodies('tabler', Object.fromEntries(signNames.map((name) => [name, name])));

/** Writes them where pages and PDFs find them: `classpath:/pictures/<name>.svg`. */
export function writePictures() {
  const folder = join(root, 'target', 'classes', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, body] of Object.entries(pictures())) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 72 72">${body}</svg>\n`;
    writeFileSync(join(folder, `${name}.svg`), svg);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePictures();
