import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { PluginOption, UserConfigFn } from 'vite';
import { pictures, signs, writePictures } from './scripts/lib/pictures.mjs';
import { overrideVaadinConfig } from './vite.generated';

const words = resolve(__dirname, 'src/main/resources/words');

/** Modules made at build time: only the pictures that are used, and the few words a tablet needs before it is paired. */
function virtualModules(): PluginOption {
  const modules: Record<string, () => string> = {
    'virtual:pictures': () =>
      `export const pictures = ${JSON.stringify(pictures())};\nexport const signs = ${JSON.stringify(signs())};`,
    'virtual:version': () => `export const version = ${JSON.stringify(version())};`,
    'virtual:first-words': () => `export const firstWords = ${JSON.stringify(firstWords())};`
  };
  return {
    name: 'tambur:virtual-modules',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.()
  };
}

function version(): string {
  const pom = readFileSync(resolve(__dirname, 'pom.xml'), 'utf8');
  return /<artifactId>tambur<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1] ?? '';
}

function firstWords(): Record<string, Record<string, string>> {
  const languages = ['sv', 'en', 'fi', 'ar', 'so'];
  return Object.fromEntries(
    languages.map((language) => {
      const lines = readFileSync(resolve(words, `kiosk_${language}.properties`), 'utf8').split('\n');
      const pairs = lines.flatMap((line) => {
        const found = /^kiosk\.(pair\.[\w.-]+)\s*=\s*(.*)$/.exec(line);
        return found ? [[found[1], found[2]]] : [];
      });
      return [language, Object.fromEntries(pairs)];
    })
  );
}

/** Writes down which files counting needs: what the worker keeps on the tablet, and nothing of the office. */
function tabletFiles(): PluginOption {
  const list = resolve(__dirname, 'target/tablet-files.json');
  const write = (files: string[]) => {
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(list, JSON.stringify(files));
  };
  return {
    name: 'tambur:tablet-files',
    config() {
      if (!existsSync(list)) write([]);
    },
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const wanted = new Set<string>();
      const take = (fileName: string) => {
        if (wanted.has(fileName)) return;
        wanted.add(fileName);
        const chunk = chunks.find((each) => each.fileName === fileName);
        chunk?.imports.forEach(take);
      };
      chunks.filter((chunk) => chunk.isEntry).forEach((chunk) => take(chunk.fileName));
      chunks
        .filter((chunk) => chunk.facadeModuleId?.endsWith('kiosk/kiosk-app.ts'))
        .forEach((chunk) => take(chunk.fileName));
      Object.keys(bundle)
        .filter((name) => name.endsWith('.woff2') && !name.includes('latin-ext'))
        .forEach((name) => wanted.add(name));
      write([...wanted].sort());
      writePictures();
    }
  };
}

const customConfig: UserConfigFn = () => ({
  plugins: [virtualModules(), tabletFiles()]
});

export default overrideVaadinConfig(customConfig);
