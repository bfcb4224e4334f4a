export interface Entry {
  content?: string | Buffer;
  stored?: boolean;
  flags?: number;
  large?: boolean;
  size?: number;
  crc?: number;
  packed?: Buffer;
  place?: number;
}
export function zip(entries: Readonly<Record<string, string | Buffer | Entry>>, options?: { comment?: string }): Buffer<ArrayBuffer>;
export function foot(count: number, place: number, size: number, comment?: string): Buffer<ArrayBuffer>;
