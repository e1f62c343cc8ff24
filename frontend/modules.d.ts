declare module '*.woff2?url' {
  const address: string;
  export default address;
}

declare module 'virtual:pictures' {
  export const pictures: Readonly<Record<string, string>>;
  export const signs: Readonly<Record<string, string>>;
}

declare module 'virtual:version' {
  /** Tambur's version, from the POM. */
  export const version: string;
}

declare module 'virtual:first-words' {
  export const firstWords: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

declare module '*/tablet-files.json' {
  const files: string[];
  export default files;
}

declare module 'Frontend/generated/*';
