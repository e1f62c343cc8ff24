/** How the four digits are kept: base64 salt and PBKDF2-HMAC-SHA-256 of 256 bits. */
export interface PinHash {
  salt: string;
  iterations: number;
  hash: string;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Whether these are the digits of the staff corner: a child lock, not a secret. */
export async function isPin(digits: string, pin: PinHash): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits']);
  const made = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(pin.salt), iterations: pin.iterations },
    key,
    256
  );
  const wanted = bytes(pin.hash);
  return new Uint8Array(made).every((byte, index) => byte === wanted[index]);
}
