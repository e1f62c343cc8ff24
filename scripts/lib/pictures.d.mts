/** name -> what stands inside an `<svg viewBox="0 0 72 72">`. */
export function pictures(): Record<string, string>;
/** name -> what stands inside an `<svg viewBox="0 0 24 24">`. */
export function signs(): Record<string, string>;
/** Writes them where pages and PDFs find them: `classpath:/pictures/<name>.svg`. */
export function writePictures(): void;
